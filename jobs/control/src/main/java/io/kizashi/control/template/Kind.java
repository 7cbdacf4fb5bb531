package io.kizashi.control.template;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value of a template may be. */
sealed interface Kind {
  /** The longest text that a value may be. */
  int LONGEST = 100;

  /** What was written, or empty where it is none of this kind. */
  Optional<Amount> read(String written);

  /** What may be written, in words that follow "expected". */
  String expected();

  /** The kind of a template's header: {@code number 2..50}, {@code duration 1m..7d}, and so on. */
  static Kind of(String header) {
    String[] words = header.split(" ", 2);
    String[] bounds = words.length < 2 ? new String[0] : words[1].split("\\.\\.", 2);
    return switch (words[0]) {
      case "number" -> new Whole(new BigDecimal(bounds[0]), new BigDecimal(bounds[1]));
      case "duration" ->
          new Length(
              WrittenSpan.read(bounds[0]).orElseThrow(), WrittenSpan.read(bounds[1]).orElseThrow());
      case "date" -> new Date();
      case "text" -> new Text();
      default -> throw new IllegalArgumentException("no kind of value: " + header);
    };
  }

  /** A whole number. */
  record Whole(BigDecimal least, BigDecimal most) implements Kind {
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,9}");

    @Override
    public Optional<Amount> read(String written) {
      return Optional.of(written)
          .filter(text -> DIGITS.matcher(text).matches())
          .map(BigDecimal::new)
          .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0)
          .map(Amount.Count::new);
    }

    @Override
    public String expected() {
      return "a whole number from %s to %s".formatted(least, most);
    }
  }

  /** A length of time. */
  record Length(Duration least, Duration most) implements Kind {
    @Override
    public Optional<Amount> read(String written) {
      return WrittenSpan.read(written)
          .filter(length -> length.compareTo(least) >= 0 && length.compareTo(most) <= 0)
          .map(Amount.Span::new);
    }

    @Override
    public String expected() {
      return "a duration from %s to %s, such as 90s, 30m, 12h or 3d"
          .formatted(WrittenSpan.text(least), WrittenSpan.text(most));
    }
  }

  /** A date. */
  record Date() implements Kind {
    private static final Pattern FORM = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");

    @Override
    public Optional<Amount> read(String written) {
      if (!FORM.matcher(written).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Amount.Day(LocalDate.parse(written)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    @Override
    public String expected() {
      return "a date such as 2026-04-01";
    }
  }

  /** A text that may stand in a YAML text, a condition and words alike. */
  record Text() implements Kind {
    /** A quote or a backslash would end the text of a condition, two braces begin a variable. */
    private static final Pattern UNFIT =
        Pattern.compile("[\"\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\{\\{|}}|\\$\\{");

    @Override
    public Optional<Amount> read(String written) {
      boolean fits = !written.isBlank() && written.length() <= LONGEST;
      return fits && !UNFIT.matcher(written).find()
          ? Optional.of(new Amount.Words(written))
          : Optional.empty();
    }

    @Override
    public String expected() {
      return "a text of 1 to %d characters, without \" \\ {{ }} ${ and line breaks"
          .formatted(LONGEST);
    }
  }
}
