/**
 * Holds what a rulebook asks for against what sources really send.
 *
 * <p>Door: {@link PlanDraft}, {@link PlanFindings}, {@link SeenReport}, {@link Sightings}.
 */
@NullMarked
package io.kizashi.control.seen;

import org.jspecify.annotations.NullMarked;
