package io.kizashi.core.time;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/** Times as data names them. */
public final class TimeValue {
  private static final int WRITTEN = "2026-04-01".length();

  private TimeValue() {}

  /**
   * Milliseconds since the epoch; empty where the value names no time that a touchpoint could have.
   *
   * @param value RFC 3339 text, a date (its first instant), epoch milliseconds or an instant
   * @param zone where a date begins
   */
  public static OptionalLong read(Object value, ZoneId zone) {
    OptionalLong time = any(value, zone);
    return time.isPresent()
            && time.getAsLong() >= Bounds.EARLIEST
            && time.getAsLong() <= Bounds.LATEST
        ? time
        : OptionalLong.empty();
  }

  /**
   * The same, for what lasts until then: a date is over when the next one begins. Who promises a
   * day has it to the end.
   */
  public static OptionalLong end(Object value, ZoneId zone) {
    return date(value)
        .map(day -> read(day.plusDays(1).toString(), zone))
        .orElseGet(() -> read(value, zone));
  }

  /** The day that a value names without a time of day; empty where it is no such value. */
  public static Optional<LocalDate> date(Object value) {
    return value instanceof String text ? day(text) : Optional.empty();
  }

  private static OptionalLong any(Object value, ZoneId zone) {
    if (value instanceof Instant instant) {
      return OptionalLong.of(instant.toEpochMilli());
    }
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? OptionalLong.of(number.longValue())
          : OptionalLong.empty();
    }
    return value instanceof String text ? text(text, zone) : OptionalLong.empty();
  }

  private static OptionalLong text(String text, ZoneId zone) {
    OptionalLong time = Rfc3339.parse(text);
    if (time.isPresent()) {
      return time;
    }
    return day(text)
        .map(date -> OptionalLong.of(date.atStartOfDay(zone).toInstant().toEpochMilli()))
        .orElse(OptionalLong.empty());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      // Java reads years of nine digits, too, which milliseconds do not reach.
      return text.length() == WRITTEN ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
