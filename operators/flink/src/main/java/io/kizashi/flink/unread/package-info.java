/**
 * Counts what expressions could not read.
 *
 * <p>Door: {@link UnreadCounts}, {@link UnreadTally}.
 */
@NullMarked
package io.kizashi.flink.unread;

import org.jspecify.annotations.NullMarked;
