package io.kizashi.core.eligible;

import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.QuietHours.Days;
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
 * Quiet hours where one customer lives, or may live, on one channel. Where the clocks of several
 * zones leave no hour open between them, those of the first alone count: else nothing could ever be
 * sent.
 *
 * <p>Costs a look at all of them for each of their ends up to the one that is sought.
 *
 * @param all what covers a time that any of these does
 * @param zones where that is, at least one
 */
record LocalQuietHours(List<QuietHours> all, List<ZoneId> zones) {
  /** Milliseconds within which an hour that is open comes, if one comes at all. */
  private static final long MOST = 2 * 86_400_000L;

  /** The same where some hold on some days only: holidays may stand side by side. */
  private static final long MOST_OF_DAYS = 31 * 86_400_000L;

  /** Whether a time lies in them. */
  boolean covers(long time) {
    OptionalLong open = open(time, zones);
    return open.isPresent() ? open.getAsLong() > time : cover(time, zones.get(0)).isPresent();
  }

  /** Whether a time that they cover lies in some that drop what falls into them. */
  boolean drop(long time) {
    List<QuietHours> dropping = all.stream().filter(hours -> !hours.hold()).toList();
    return !dropping.isEmpty() && new LocalQuietHours(dropping, zones).covers(time);
  }

  /** When they end that cover a time, milliseconds since the epoch. */
  long end(long time) {
    return open(time, zones)
        .orElseGet(() -> open(time, zones.subList(0, 1)).orElseGet(() -> time + most()));
  }

  private long most() {
    return all.stream().allMatch(hours -> hours.days().equals(Days.ALL)) ? MOST : MOST_OF_DAYS;
  }

  /** A time, or the next one that lies in them by no clock. */
  private OptionalLong open(long time, List<ZoneId> clocks) {
    long open = time;
    while (open - time <= most()) {
      long now = open;
      OptionalLong end =
          clocks.stream()
              .flatMap(zone -> cover(now, zone).map(hours -> end(hours, now, zone)).stream())
              .mapToLong(it -> it)
              .findFirst();
      if (end.isEmpty()) {
        return OptionalLong.of(now);
      }
      open = end.getAsLong();
    }
    return OptionalLong.empty();
  }

  private Optional<QuietHours> cover(long time, ZoneId zone) {
    LocalDateTime local = local(time, zone).toLocalDateTime();
    return all.stream().filter(hours -> hours.cover(local)).findFirst();
  }

  private static long end(QuietHours hours, long time, ZoneId zone) {
    ZonedDateTime now = local(time, zone);
    ZonedDateTime end = endOn(hours, now.toLocalDate(), now);
    return (end.isAfter(now) ? end : endOn(hours, now.toLocalDate().plusDays(1), now))
        .toInstant()
        .toEpochMilli();
  }

  /** An end that the clocks skip comes when they go on; one that they repeat, when it is next. */
  private static ZonedDateTime endOn(QuietHours hours, LocalDate date, ZonedDateTime now) {
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
