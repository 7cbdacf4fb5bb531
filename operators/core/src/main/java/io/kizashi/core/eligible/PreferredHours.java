package io.kizashi.core.eligible;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a customer likes to be written to.
 *
 * @param hours of the local day, 0 … 23; empty where nothing is known
 * @param zone where the customer lives
 */
record PreferredHours(Set<Integer> hours, ZoneId zone) {
  /** Hours that are looked at: two days hold every hour of a day, whatever the clocks do. */
  private static final int MOST = 48;

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;

  /** Copies the hours. */
  PreferredHours {
    hours = Set.copyOf(hours);
  }

  /** A time, or the begin of the next hour that is liked, milliseconds since the epoch. */
  long from(long time) {
    if (hours.isEmpty() || likes(time)) {
      return time;
    }
    long begin = time;
    for (int i = 0; i < MOST && !likes(begin); i++) {
      begin = next(begin);
    }
    return begin;
  }

  private boolean likes(long time) {
    return hours.contains(Instant.ofEpochMilli(time).atZone(zone).getHour());
  }

  /** Where clocks change by half an hour, the full hour of a local time may lie in another hour. */
  private long next(long time) {
    long offset = zone.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * SECOND;
    return time + HOUR - Math.floorMod(time + offset, HOUR);
  }
}
