package io.kizashi.core.content;

import io.kizashi.core.time.TimeValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** How a value is written in words, in the language and the time zone of who reads them. */
public sealed interface Format {
  /** From here on a double no longer tells one whole number from the next. */
  double INEXACT = 0x1p53;

  /**
   * A value in words; empty where it is of another kind and would be written wrongly: the words are
   * incomplete then.
   *
   * @param value as touchpoints, profiles and signals hold it
   */
  Optional<Filling> write(Object value, Locale locale, ZoneId zone);

  /** Formats that need no more than their name. */
  enum Plain implements Format {
    /** A text, number or truth as it is. */
    AS_IS {
      @Override
      public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
        return Filling.of(value);
      }
    },
    /** A number with its thousands apart, and two digits behind the point at most. */
    NUMBER {
      @Override
      public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return number(value, format);
      }
    },
    /** The day of a point in time, with its year. */
    DATE {
      @Override
      public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
        return day(value, zone)
            .map(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)::format)
            .flatMap(Filling::whole);
      }
    },
    /** The day of the week. */
    WEEKDAY {
      @Override
      public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
        return day(value, zone)
            .map(day -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale))
            .flatMap(Filling::whole);
      }
    },
    /** Hour and minute of a point in time; a day alone has none. */
    TIME {
      @Override
      public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
        return TimeValue.date(value).isPresent()
            ? Optional.empty()
            : moment(value, zone).map(TIME_OF_DAY::format).flatMap(Filling::whole);
      }
    };

    /** On 24 hours everywhere: 9:00 in the evening must not be read as in the morning. */
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("H:mm");

    private static Optional<LocalDate> day(Object value, ZoneId zone) {
      return TimeValue.date(value).or(() -> moment(value, zone).map(ZonedDateTime::toLocalDate));
    }

    private static Optional<ZonedDateTime> moment(Object value, ZoneId zone) {
      return TimeValue.read(value, zone).stream()
          .mapToObj(millis -> Instant.ofEpochMilli(millis).atZone(zone))
          .findFirst();
    }
  }

  /**
   * An amount of money, rounded to the smallest coin.
   *
   * @param currency the rulebook names it: no reader's language says what a shop's prices are in
   */
  record Money(Currency currency) implements Format {
    @Override
    public Optional<Filling> write(Object value, Locale locale, ZoneId zone) {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(currency);
      format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
      format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
      return number(value, format);
    }
  }

  private static Optional<Filling> number(Object value, NumberFormat format) {
    format.setRoundingMode(RoundingMode.HALF_UP);
    return value instanceof Double number && Math.abs(number) < INEXACT
        ? Filling.whole(format.format(BigDecimal.valueOf(number)))
        : Optional.empty();
  }
}
