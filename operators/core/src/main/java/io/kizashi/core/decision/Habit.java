package io.kizashi.core.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When a customer likes to be written to.
 *
 * @param hours of the local day, 0 … 23; empty where nothing is known
 * @param zone where the customer lives
 */
record Habit(Set<Integer> hours, ZoneId zone) {
  /** Hours that are looked at: two days hold every hour of a day, whatever the clocks do. */
  private static final int MOST = 48;

  /** Copies the hours. */
  Habit {
    hours = Set.copyOf(hours);
  }

  /** A time, or the begin of the next hour that is liked, milliseconds since the epoch. */
  long from(long time) {
    ZonedDateTime hour = Instant.ofEpochMilli(time).atZone(zone);
    if (hours.isEmpty() || hours.contains(hour.getHour())) {
      return time;
    }
    for (int i = 0; i < MOST && !hours.contains(hour.getHour()); i++) {
      hour = hour.plusHours(1).truncatedTo(ChronoUnit.HOURS);
    }
    return hour.toInstant().toEpochMilli();
  }
}
