package io.kizashi.local.feed;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.TouchpointJson;
import java.util.concurrent.TimeUnit;

/**
 * Writes heartbeats: at most 100 ms apart, and in a feed without pauses also every 1,000 records.
 * The first bounds how long a live deadline waits, the second how far behind its records the proof
 * of a fast feed lies; at one heartbeat per partition for every 1,000 records it costs nothing.
 */
final class FeedHeartbeats {
  static final long APART_MILLIS = 100;

  /** A heartbeat is due a little early, so that the time it takes to write is not on top. */
  private static final long DUE_MILLIS = 80;

  private static final int RECORDS = 1_000;

  /** A day more than a rulebook can look ahead, and than touchpoints may come too early. */
  private static final long PAST_EVERY_DEADLINE =
      TimeUnit.DAYS.toMillis(Bounds.LOOKAHEAD_DAYS + 1L);

  private final String source;
  private final Outlet outlet;
  private final WallClock clock;
  private long streamTime = Long.MIN_VALUE;
  private long provenTime = Long.MIN_VALUE;
  private long lastBeat = Long.MIN_VALUE;
  private int recordsSince;
  private long beats;

  FeedHeartbeats(String source, Outlet outlet, WallClock clock) {
    this.source = source;
    this.outlet = outlet;
    this.clock = clock;
  }

  /** The stream has come to {@code time}; it never goes back. */
  void advance(long time) {
    streamTime = Math.max(streamTime, time);
  }

  /** A record was sent. */
  void recordSent() {
    recordsSince++;
    beatIfDue();
  }

  /** Writes to every partition if it is time to. */
  void beatIfDue() {
    boolean due = lastBeat == Long.MIN_VALUE || clock.now() - lastBeat >= DUE_MILLIS;
    if (streamTime != Long.MIN_VALUE && (due || recordsSince >= RECORDS)) {
      beat(streamTime, TouchpointJson.encodeHeartbeat(streamTime, source));
    }
  }

  /** The last one: nothing follows, so every deadline may be judged. */
  void beatPastEveryDeadline() {
    if (streamTime != Long.MIN_VALUE) {
      long time = Math.min(Bounds.LATEST, streamTime + PAST_EVERY_DEADLINE);
      beat(time, TouchpointJson.encodeHeartbeat(time, source, Meaning.END));
    }
  }

  private void beat(long time, byte[] heartbeat) {
    for (int partition = 0; partition < outlet.partitions(); partition++) {
      outlet.send(partition, null, heartbeat);
    }
    provenTime = time;
    lastBeat = clock.now();
    recordsSince = 0;
    beats++;
  }

  long streamTime() {
    return streamTime;
  }

  long provenTime() {
    return provenTime;
  }

  long beats() {
    return beats;
  }
}
