/** Tests of commands that look at what happened. */
@NullMarked
package io.kizashi.cli.look;

import org.jspecify.annotations.NullMarked;
