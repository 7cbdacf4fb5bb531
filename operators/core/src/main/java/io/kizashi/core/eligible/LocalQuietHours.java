package io.kizashi.core.eligible;

import io.kizashi.core.rules.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Quiet hours where one customer lives.
 *
 * @param zone where that is
 */
record LocalQuietHours(QuietHours hours, ZoneId zone) {
  /** Whether a time lies in them. */
  boolean covers(long time) {
    return hours.cover(local(time).toLocalTime());
  }

  /** When they end that cover a time, milliseconds since the epoch. */
  long end(long time) {
    ZonedDateTime now = local(time);
    ZonedDateTime end = endOn(now.toLocalDate(), now);
    return (end.isAfter(now) ? end : endOn(now.toLocalDate().plusDays(1), now))
        .toInstant()
        .toEpochMilli();
  }

  /** An end that the clocks skip comes when they go on; one that they repeat, when it is next. */
  private ZonedDateTime endOn(LocalDate date, ZonedDateTime now) {
    LocalDateTime end = date.atTime(hours.to());
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    if (change != null && change.isGap()) {
      return change.getInstant().atZone(zone);
    }
    ZonedDateTime first = end.atZone(zone);
    return first.isAfter(now) ? first : first.withLaterOffsetAtOverlap();
  }

  private ZonedDateTime local(long time) {
    return Instant.ofEpochMilli(time).atZone(zone);
  }
}
