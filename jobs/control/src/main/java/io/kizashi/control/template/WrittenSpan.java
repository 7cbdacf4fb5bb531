package io.kizashi.control.template;

import io.kizashi.core.time.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as a rulebook writes them: a whole number and a unit. */
final class WrittenSpan {
  static final String FORM = "\\d{1,6}(?:ms|s|m|h|d)";

  private static final Pattern PARTS = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

  private WrittenSpan() {}

  static Optional<Duration> read(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(Durations.UNITS.get(parts.group(2)))
        .map(unit -> Duration.ofMillis(unit * Long.parseLong(parts.group(1))));
  }

  static String text(Duration length) {
    return Durations.text(length.toMillis());
  }
}
