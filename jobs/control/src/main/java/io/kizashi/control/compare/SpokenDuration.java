package io.kizashi.control.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How long something lasts, for people. */
final class SpokenDuration {
  private static final Pattern PART = Pattern.compile("(\\d+)(ms|d|h|m|s)");

  private SpokenDuration() {}

  /** A span without its sign: {@code 1d 2h 30m}. */
  static String text(long millis) {
    Duration span = Duration.ofMillis(Math.abs(millis));
    List<String> parts = new ArrayList<>();
    add(parts, span.toDaysPart(), "d");
    add(parts, span.toHoursPart(), "h");
    add(parts, span.toMinutesPart(), "m");
    add(parts, span.toSecondsPart(), "s");
    add(parts, span.toMillisPart(), "ms");
    return parts.isEmpty() ? "0s" : String.join(" ", parts);
  }

  /** The span of a text that {@link #text} gives; what is none lasts no time. */
  static Duration parse(String text) {
    Duration span = Duration.ZERO;
    for (MatchResult part : PART.matcher(text).results().toList()) {
      long number = Long.parseLong(part.group(1));
      span =
          switch (part.group(2)) {
            case "d" -> span.plusDays(number);
            case "h" -> span.plusHours(number);
            case "m" -> span.plusMinutes(number);
            case "s" -> span.plusSeconds(number);
            default -> span.plusMillis(number);
          };
    }
    return span;
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(parts.size(), number + unit);
    }
  }
}
