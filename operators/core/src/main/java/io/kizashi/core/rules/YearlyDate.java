package io.kizashi.core.rules;

import io.kizashi.core.rules.Deadline.Before.Day;
import io.kizashi.core.time.TimeValue;
import io.kizashi.schema.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A date that comes every year: a birthday, or the day on which a contract began. It comes on its
 * own day and on that day of every later year; 29 February comes on the 28th in years without it.
 *
 * @param first when it comes first, by the clock of the zone
 */
record YearlyDate(LocalDateTime first, ZoneId zone) {
  /** Databases fill in 1900 and earlier years where nobody knows the date. */
  private static final int EARLIEST_YEAR = 1901;

  /**
   * The date that a value names; empty where it names none, or one before 1901.
   *
   * @param value a date, RFC 3339 text, or epoch milliseconds of a time that touchpoints could have
   * @param zone where its days begin
   */
  static Optional<YearlyDate> read(Object value, ZoneId zone) {
    return TimeValue.date(value)
        .map(LocalDate::atStartOfDay)
        .or(() -> time(value).stream().mapToObj(time -> local(time, zone)).findFirst())
        .filter(first -> first.getYear() >= EARLIEST_YEAR)
        .map(first -> new YearlyDate(first, zone));
  }

  /** Births lie before all touchpoints; a number so small is hardly meant as a time. */
  private static OptionalLong time(Object value) {
    return value instanceof String text
        ? Rfc3339.parse(text)
        : TimeValue.read(value, ZoneOffset.UTC);
  }

  private static LocalDateTime local(long time, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
  }

  /**
   * Its days behind a time, in order.
   *
   * @param span milliseconds behind the time at which the last of them may begin
   */
  List<Day> ahead(long time, long span) {
    return from(time)
        .dropWhile(day -> day.time() <= time)
        .takeWhile(day -> day.time() - time <= span)
        .toList();
  }

  /** Whether one of its days begins at a time. */
  boolean falls(long time) {
    return from(time).takeWhile(day -> day.time() <= time).anyMatch(day -> day.time() == time);
  }

  /** Its days from one that does not lie behind a time. */
  private Stream<Day> from(long time) {
    int years = local(time, zone).getYear() - first.getYear();
    return IntStream.iterate(Math.max(0, years - 1), n -> n + 1)
        .mapToObj(first::plusYears)
        .map(day -> new Day(day.toLocalDate(), day.atZone(zone).toInstant().toEpochMilli()));
  }
}
