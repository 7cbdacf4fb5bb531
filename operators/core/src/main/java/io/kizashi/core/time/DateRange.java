package io.kizashi.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Days of a calendar, the first and the last of them whole.
 *
 * @param first empty where it has always begun
 * @param last empty where it never ends
 * @param zone in which days begin
 */
public record DateRange(Optional<LocalDate> first, Optional<LocalDate> last, ZoneId zone) {
  /** All days. */
  public static final DateRange ALWAYS =
      new DateRange(Optional.empty(), Optional.empty(), ZoneOffset.UTC);

  /** Whether a time, in milliseconds since the epoch, lies on one of the days. */
  public boolean contains(long time) {
    LocalDate day = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    return first.filter(day::isBefore).isEmpty() && last.filter(day::isAfter).isEmpty();
  }

  /** As rulebooks write days: {@code 2026-03-01..2026-03-31}. */
  public String text() {
    return first.map(LocalDate::toString).orElse("")
        + ".."
        + last.map(LocalDate::toString).orElse("");
  }
}
