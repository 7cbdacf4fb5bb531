/** The trip of a touchpoint through the engine, from a state to a verdict. */
@NullMarked
package io.kizashi.core.decide;

import org.jspecify.annotations.NullMarked;
