/**
 * The tracking plan: what sources have agreed to send, and whether a rulebook keeps to it.
 *
 * <p>Door: {@link PlanCheck}, {@link TrackingPlan}.
 */
@NullMarked
package io.kizashi.language.plan;

import org.jspecify.annotations.NullMarked;
