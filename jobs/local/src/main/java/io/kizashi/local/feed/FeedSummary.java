package io.kizashi.local.feed;

/**
 * What a feed has published.
 *
 * @param records lines sent
 * @param damaged lines among them that do not meet the contract; the engine rejects them
 * @param heartbeats rounds of heartbeats, one record a partition each
 * @param streamTime the newest time, milliseconds since the epoch; {@link Long#MIN_VALUE} if none
 * @param provenTime the time of the last heartbeat, or {@link Long#MIN_VALUE}
 * @param seconds wall-clock seconds
 */
public record FeedSummary(
    long records,
    long damaged,
    long heartbeats,
    long streamTime,
    long provenTime,
    double seconds) {}
