/**
 * What a replay writes: sorted, complete, and the same bytes at any parallelism.
 *
 * <p>Door: {@link InputOrder}, {@link Replay}, {@link ReplaySummary}, {@link SortedLines}.
 */
@NullMarked
package io.kizashi.local.replay;

import org.jspecify.annotations.NullMarked;
