package io.kizashi.language.closure;

import java.time.Duration;
import java.util.Map;

/** The functions that make a length of time of a number. */
public final class Lengths {
  /** Milliseconds of the unit that each counts. */
  public static final Map<String, Long> UNITS =
      Map.of("days", 86_400_000L, "hours", 3_600_000L, "minutes", 60_000L);

  private Lengths() {}

  /** So many units, to the millisecond. */
  public static Duration of(String function, double number) {
    return Duration.ofMillis(Math.round(number * UNITS.getOrDefault(function, 0L)));
  }
}
