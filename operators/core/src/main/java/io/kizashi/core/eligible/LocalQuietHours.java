package io.kizashi.core.eligible;

import io.kizashi.core.rules.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Quiet hours where one customer lives, or may live. Where the clocks of several zones leave no
 * hour open between them, those of the first alone count: else nothing could ever be sent.
 *
 * @param zones where that is, at least one
 */
record LocalQuietHours(QuietHours hours, List<ZoneId> zones) {
  /** Milliseconds within which an hour that is open comes, if one comes at all. */
  private static final long MOST = 2 * 86_400_000L;

  /** Whether a time lies in them. */
  boolean covers(long time) {
    OptionalLong open = open(time);
    return open.isPresent() ? open.getAsLong() > time : cover(time, zones.get(0));
  }

  /** When they end that cover a time, milliseconds since the epoch. */
  long end(long time) {
    return open(time).orElseGet(() -> end(time, zones.get(0)));
  }

  /** A time, or the next one that lies in them by no clock. */
  private OptionalLong open(long time) {
    long open = time;
    while (open - time <= MOST) {
      long now = open;
      Optional<ZoneId> covering = zones.stream().filter(zone -> cover(now, zone)).findFirst();
      if (covering.isEmpty()) {
        return OptionalLong.of(now);
      }
      open = end(now, covering.get());
    }
    return OptionalLong.empty();
  }

  private boolean cover(long time, ZoneId zone) {
    return hours.cover(local(time, zone).toLocalTime());
  }

  private long end(long time, ZoneId zone) {
    ZonedDateTime now = local(time, zone);
    ZonedDateTime end = endOn(now.toLocalDate(), now);
    return (end.isAfter(now) ? end : endOn(now.toLocalDate().plusDays(1), now))
        .toInstant()
        .toEpochMilli();
  }

  /** An end that the clocks skip comes when they go on; one that they repeat, when it is next. */
  private ZonedDateTime endOn(LocalDate date, ZonedDateTime now) {
    ZoneId zone = now.getZone();
    LocalDateTime end = date.atTime(hours.to());
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    if (change != null && change.isGap()) {
      return change.getInstant().atZone(zone);
    }
    ZonedDateTime first = end.atZone(zone);
    return first.isAfter(now) ? first : first.withLaterOffsetAtOverlap();
  }

  private static ZonedDateTime local(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone);
  }
}
