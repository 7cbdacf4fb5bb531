package io.kizashi.core.time;

import java.util.Map;

/** Durations as authors write them: 500ms, 10s, 30m, 2h, 7d. */
public final class Durations {
  /** Milliseconds of each unit. */
  public static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Durations() {}

  /** The shortest exact way to write a duration. */
  public static String text(long millis) {
    if (millis == 0) {
      return "0s";
    }
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      long size = UNITS.getOrDefault(unit, 1L);
      if (millis % size == 0) {
        return millis / size + unit;
      }
    }
    return millis + "ms";
  }
}
