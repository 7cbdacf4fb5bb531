package io.kizashi.language.typed;

import io.kizashi.core.time.Durations;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in words: {@code 30 minutes}, {@code 1h30m}, {@code 2日}. */
public final class TypedDuration {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(\\p{Alpha}+|[ミリ秒分時日週間営業]+)");

  private static final String BUSINESS_DAYS = "bd";
  private static final String WEEK = "w";
  private static final int DAYS_OF_WEEK = 7;

  /** By unit; a week is seven days, and months and years are left out: they vary in length. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "ms",
          Set.of("ms", "msec", "msecs", "millisecond", "milliseconds", "ミリ秒"),
          "s",
          Set.of("s", "sec", "secs", "second", "seconds", "秒", "秒間"),
          "m",
          Set.of("m", "min", "mins", "minute", "minutes", "分", "分間"),
          "h",
          Set.of("h", "hr", "hrs", "hour", "hours", "時間"),
          "d",
          Set.of("d", "day", "days", "日", "日間"),
          WEEK,
          Set.of(WEEK, "week", "weeks", "週", "週間"),
          BUSINESS_DAYS,
          Set.of(BUSINESS_DAYS, "businessday", "businessdays", "営業日"));

  private TypedDuration() {}

  /** The duration as a rulebook writes it; empty where it is not certain which one is meant. */
  public static Optional<String> of(String typed) {
    String text = TypedNumber.narrow(typed).replace(" ", "");
    Matcher part = PART.matcher(text);
    BigDecimal millis = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      String unit = unit(part.group(2));
      if (unit.equals(BUSINESS_DAYS) && part.group().equals(text)) {
        return Optional.of(part.group(1) + BUSINESS_DAYS).filter(it -> !it.contains("."));
      }
      if (unit.isEmpty() || unit.equals(BUSINESS_DAYS)) {
        return Optional.empty();
      }
      millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(size(unit))));
      end = part.end();
    }
    boolean whole = end > 0 && end == text.length() && millis.stripTrailingZeros().scale() <= 0;
    if (!whole) {
      return Optional.empty();
    }
    String letters = text.replaceFirst("^\\d+", "");
    boolean simple = Durations.UNITS.containsKey(unit(letters));
    return Optional.of(
        simple
            ? text.substring(0, text.length() - letters.length()) + unit(letters)
            : Durations.text(millis.longValueExact()));
  }

  /** The unit that a word stands for; empty if it stands for none. */
  private static String unit(String word) {
    return WORDS.entrySet().stream()
        .filter(unit -> unit.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static long size(String unit) {
    long day = Durations.UNITS.getOrDefault("d", 0L);
    return unit.equals(WEEK) ? DAYS_OF_WEEK * day : Durations.UNITS.getOrDefault(unit, 0L);
  }
}
