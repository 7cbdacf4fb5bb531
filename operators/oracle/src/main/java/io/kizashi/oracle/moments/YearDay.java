package io.kizashi.oracle.moments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A day on which a date comes that comes every year, and when it begins, in milliseconds. */
record YearDay(LocalDate date, long time) {
  /** In 1900 and before nobody was born who is still a customer. */
  private static final int UNKNOWN = 1900;

  /** Numbers tell times that touchpoints could have: from 2000 on. */
  private static final double EARLIEST = 946_684_800_000.0;

  /**
   * The days behind one time and up to another: the date's own, and in each later year the same day
   * of the same month, or the month's last where it is shorter.
   */
  static List<YearDay> of(Object value, ZoneId zone, long after, long upTo) {
    return first(value, zone).stream()
        .filter(first -> first.getYear() > UNKNOWN)
        .flatMap(
            first ->
                IntStream.rangeClosed(
                        Math.max(first.getYear(), at(after, zone).getYear()),
                        at(upTo, zone).getYear())
                    .mapToObj(year -> in(year, first, zone)))
        .filter(day -> day.time() > after && day.time() <= upTo)
        .toList();
  }

  /** When it comes first, by the clock of the zone; a date's first instant is its midnight. */
  private static Optional<LocalDateTime> first(Object value, ZoneId zone) {
    Optional<Long> time =
        NaiveTimes.read(value, zone).filter(it -> !(value instanceof Double) || it >= EARLIEST);
    return value instanceof String text && text.length() == "2026-03-29".length()
        ? time.map(known -> LocalDate.parse(text).atStartOfDay())
        : time.map(known -> at(known, zone));
  }

  private static LocalDateTime at(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDateTime();
  }

  private static YearDay in(int year, LocalDateTime first, ZoneId zone) {
    YearMonth month = YearMonth.of(year, first.getMonth());
    LocalDate date = month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
    Instant begins = date.atTime(first.toLocalTime()).atZone(zone).toInstant();
    return new YearDay(date, begins.toEpochMilli());
  }
}
