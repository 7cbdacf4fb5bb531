package io.kizashi.imports;

import io.kizashi.schema.Rfc3339;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an export writes its times. What already is a time, such as {@code previous.time}, passes.
 */
sealed interface TimeFormat {
  /** Milliseconds since the epoch. */
  default long read(Object value) throws BadRecord {
    return value instanceof Instant time ? time.toEpochMilli() : parse(value);
  }

  /** Milliseconds since the epoch of a value that is no time yet. */
  long parse(Object value) throws BadRecord;

  /** Text such as 2026-03-01T10:00:00+09:00. */
  record OfRfc3339() implements TimeFormat {
    @Override
    public long parse(Object value) throws BadRecord {
      OptionalLong time = value instanceof String text ? Rfc3339.parse(text) : OptionalLong.empty();
      return time.orElseThrow(
          () -> new BadRecord("time: '" + value + "' is no RFC 3339 time with seconds and zone"));
    }
  }

  /** Numbers counted from 1970 in UTC. */
  record Epoch(BigDecimal millisPerUnit) implements TimeFormat {
    private static final int MOST_DIGITS = 40;

    @Override
    public long parse(Object value) throws BadRecord {
      try {
        BigDecimal units = new BigDecimal(value.toString());
        // 1e999999999 is short to write and long to unfold.
        if (Math.abs((long) units.scale()) > MOST_DIGITS || units.precision() > MOST_DIGITS) {
          throw new ArithmeticException("no time");
        }
        return units.multiply(millisPerUnit).setScale(0, RoundingMode.FLOOR).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw new BadRecord("time: '" + value + "' is no number that is a time");
      }
    }
  }

  /**
   * Text in a pattern of {@link DateTimeFormatter}.
   *
   * @param zone of texts that name none; where the clock is turned back, the first hour is meant
   */
  record OfPattern(String pattern, DateTimeFormatter formatter, Optional<ZoneId> zone)
      implements TimeFormat {
    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException if it is none
     */
    static OfPattern of(String pattern, Optional<ZoneId> zone) {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .parseDefaulting(ChronoField.ERA, 1)
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      return new OfPattern(pattern, formatter, zone);
    }

    @Override
    public long parse(Object value) throws BadRecord {
      try {
        TemporalAccessor read =
            formatter.parseBest(
                value.toString(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        return instant(read).toEpochMilli();
      } catch (DateTimeException e) {
        throw new BadRecord("time: '" + value + "' is no time in the form " + pattern);
      }
    }

    private Instant instant(TemporalAccessor read) {
      if (read instanceof ZonedDateTime exact) {
        return exact.toInstant();
      }
      LocalDateTime local =
          read instanceof LocalDateTime time ? time : LocalDate.from(read).atStartOfDay();
      return local
          .atZone(zone.orElseThrow(() -> new DateTimeException("the text names no zone")))
          .toInstant();
    }
  }
}
