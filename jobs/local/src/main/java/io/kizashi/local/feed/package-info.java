/**
 * Publishing a recorded stream as if it happened now.
 *
 * <p>Door: {@link FeedSummary}, {@link Feeder}, {@link Speed}, {@link StreamFeed}.
 */
@NullMarked
package io.kizashi.local.feed;

import org.jspecify.annotations.NullMarked;
