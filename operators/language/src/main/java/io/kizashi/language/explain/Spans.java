package io.kizashi.language.explain;

import java.time.ZoneId;
import java.time.ZoneOffset;
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
  static final long DAY = 86_400_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Long> UNITS = all();

  private Spans() {}

  private static Map<String, Long> all() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("d", DAY);
    units.put("h", 3_600_000L);
    units.put("m", 60_000L);
    units.put("s", 1_000L);
    units.put("ms", 1L);
    return units;
  }

  /** The units, as authors write them. */
  static Set<String> units() {
    return UNITS.keySet();
  }

  /** A number of a unit. */
  record Span(long number, String unit) {}

  /** Milliseconds in the largest unit that says them exactly. */
  static Span of(long millis) {
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      boolean day = unit.getKey().equals("d") && millis < 2 * unit.getValue();
      if (millis != 0 && millis % unit.getValue() == 0 && !day) {
        return new Span(millis / unit.getValue(), unit.getKey());
      }
    }
    return new Span(0, "s");
  }

  /** A time zone's name as people know it. */
  static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** Milliseconds of a length of one unit, as authors write it. */
  static Optional<Long> millis(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.ofNullable(UNITS.get(form.group(2)))
            .map(unit -> Long.parseLong(form.group(1)) * unit)
        : Optional.empty();
  }
}
