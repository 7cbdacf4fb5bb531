/** Tests of commands that make and play streams. */
@NullMarked
package io.kizashi.cli.play;

import org.jspecify.annotations.NullMarked;
