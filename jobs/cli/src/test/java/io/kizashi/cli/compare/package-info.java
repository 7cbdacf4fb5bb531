/** Differences between outputs written by hand. */
@NullMarked
package io.kizashi.cli.compare;

import org.jspecify.annotations.NullMarked;
