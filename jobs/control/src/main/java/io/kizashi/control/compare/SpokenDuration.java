package io.kizashi.control.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long something lasts, for people. */
final class SpokenDuration {
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

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(parts.size(), number + unit);
    }
  }
}
