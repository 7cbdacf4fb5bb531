/** Differences between outputs written by hand. */
@NullMarked
package io.kizashi.control.compare;

import org.jspecify.annotations.NullMarked;
