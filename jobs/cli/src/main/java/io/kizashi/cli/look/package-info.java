/** Commands that look at what happened and say why, or how well and how fast the engine does it. */
@NullMarked
package io.kizashi.cli.look;

import org.jspecify.annotations.NullMarked;
