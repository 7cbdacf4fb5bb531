/** Tests of what commands have in common. */
@NullMarked
package io.kizashi.cli.options;

import org.jspecify.annotations.NullMarked;
