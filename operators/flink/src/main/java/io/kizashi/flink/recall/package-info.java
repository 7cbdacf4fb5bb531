/**
 * What the engine said after the checkpoint that it goes on from: read again as tasks open, kept
 * with each customer, and settled once the touchpoints that led to it have come again.
 *
 * <p>Door: {@link CatchUp}, {@link InputEnds}, {@link SaidLog}, {@link SaidRecord}, {@link
 * Unsettled}.
 */
@NullMarked
package io.kizashi.flink.recall;

import org.jspecify.annotations.NullMarked;
