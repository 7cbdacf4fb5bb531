/**
 * A retail population with the truth about it, and the judge who holds the engine against that
 * truth. Nothing here knows how the engine detects.
 *
 * <p>Door: {@link DayPlan}, {@link PopulationFiles}, {@link Score}, {@link TruthComparison}.
 */
@NullMarked
package io.kizashi.lab.generate;

import org.jspecify.annotations.NullMarked;
