/**
 * The trip of a touchpoint through the engine, from a state to a verdict.
 *
 * <p>Door: {@link Decider}, {@link DecisionCounts}, {@link Outputs}, {@link Recollection}, {@link
 * Verdict}.
 */
@NullMarked
package io.kizashi.core.decide;

import org.jspecify.annotations.NullMarked;
