package io.kizashi.oracle.moments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times as data name them. */
final class NaiveTimes {
  private NaiveTimes() {}

  /**
   * Milliseconds since the epoch of RFC 3339 text, of a date (its first instant), of a number of
   * milliseconds or of an instant.
   */
  static Optional<Long> read(Object value, ZoneId zone) {
    try {
      if (value instanceof String text) {
        return Optional.of(
            text.length() == "2026-03-29".length()
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli()
                : OffsetDateTime.parse(text).toInstant().toEpochMilli());
      }
      return value instanceof Double number
          ? Optional.of(number.longValue())
          : Optional.of(value).filter(Instant.class::isInstance).map(v -> millis((Instant) v));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same, of what lasts until then: through the whole of a date. */
  static Optional<Long> end(Object value, ZoneId zone) {
    boolean isDate = value instanceof String text && text.length() == "2026-03-29".length();
    return isDate && read(value, zone).isPresent()
        ? read(LocalDate.parse(value.toString()).plusDays(1).toString(), zone)
        : read(value, zone);
  }

  private static long millis(Instant instant) {
    return instant.toEpochMilli();
  }
}
