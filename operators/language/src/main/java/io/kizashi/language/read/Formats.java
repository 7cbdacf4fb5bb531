package io.kizashi.language.read;

import com.samskivert.mustache.MustacheException;
import io.kizashi.core.content.Format;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how authors want a value written: {@code date}, {@code money: JPY}. */
final class Formats {
  private static final Map<String, Format> BY_NAME =
      Map.of(
          "number", Format.Plain.NUMBER,
          "date", Format.Plain.DATE,
          "weekday", Format.Plain.WEEKDAY,
          "time", Format.Plain.TIME);

  private static final Pattern MONEY = Pattern.compile("money(?:\\s*:\\s*(.*))?");

  private Formats() {}

  /**
   * The format of a text.
   *
   * @throws MustacheException if it is none
   */
  static Format of(String text) {
    Matcher money = MONEY.matcher(text);
    if (money.matches()) {
      return money(money.group(1) == null ? "" : money.group(1));
    }
    Format format = BY_NAME.get(text);
    if (format == null) {
      throw new MustacheException(
          "'" + text + "' is no format: number, money: JPY, date, weekday or time");
    }
    return format;
  }

  private static Format money(String code) {
    try {
      return new Format.Money(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new MustacheException(
          "'" + code + "' is no currency: write its three letters, money: JPY", e);
    }
  }
}
