package io.kizashi.language.explain;

import io.kizashi.core.time.Durations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time in the largest unit that says them exactly; but a day is 24 hours, as many take a
 * day for a calendar day.
 */
final class Spans {
  /** Milliseconds. */
  private static final long DAY = 86_400_000;

  private static final long MINUTE = 60_000L;
  private static final long SECOND = 1_000L;
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Long> UNITS = all();

  private Spans() {}

  private static Map<String, Long> all() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("d", DAY);
    units.put("h", 3_600_000L);
    units.put("m", MINUTE);
    units.put("s", SECOND);
    return units;
  }

  /** The units in which people are told lengths. */
  static Set<String> units() {
    return UNITS.keySet();
  }

  /** A number, as people write it, of a unit. */
  record Span(String number, String unit) {}

  /** Milliseconds in the largest unit that says them exactly; less than a second as part of one. */
  static Span of(long millis) {
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      boolean day = unit.getKey().equals("d") && millis < 2 * unit.getValue();
      if (millis != 0 && millis % unit.getValue() == 0 && !day) {
        return new Span(String.valueOf(millis / unit.getValue()), unit.getKey());
      }
    }
    return new Span(Reading.plain((double) millis / SECOND), "s");
  }

  /** Milliseconds as whole minutes, so that people read no fractions; no shorter than it was. */
  static long upToMinute(double millis) {
    return (long) Math.ceil(millis / MINUTE) * MINUTE;
  }

  /** Milliseconds of a length of one unit, as authors write it. */
  static Optional<Long> millis(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.ofNullable(Durations.UNITS.get(form.group(2)))
            .map(unit -> Long.parseLong(form.group(1)) * unit)
        : Optional.empty();
  }
}
