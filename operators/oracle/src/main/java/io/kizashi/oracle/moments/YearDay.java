package io.kizashi.oracle.moments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
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
    return NaiveTimes.read(value, zone).stream()
        .filter(time -> !(value instanceof Double) || time >= EARLIEST)
        .map(time -> at(time, zone))
        .filter(first -> first.getYear() > UNKNOWN)
        .flatMap(
            first ->
                IntStream.rangeClosed(
                        Math.max(first.getYear(), at(after, zone).getYear()),
                        at(upTo, zone).getYear())
                    .mapToObj(year -> in(year, first)))
        .filter(day -> day.time() > after && day.time() <= upTo)
        .toList();
  }

  private static ZonedDateTime at(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone);
  }

  private static YearDay in(int year, ZonedDateTime first) {
    YearMonth month = YearMonth.of(year, first.getMonth());
    LocalDate date = month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
    ZonedDateTime begins =
        ZonedDateTime.ofLocal(date.atTime(first.toLocalTime()), first.getZone(), first.getOffset());
    return new YearDay(begins.toLocalDate(), begins.toInstant().toEpochMilli());
  }
}
