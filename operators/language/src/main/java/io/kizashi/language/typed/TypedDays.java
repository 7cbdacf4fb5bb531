package io.kizashi.language.typed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weekdays and days of a calendar in words: {@code Monday-Friday}, {@code 月〜金}, 2026/1/1. */
final class TypedDays {
  private static final List<String> SHORT =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> LONG =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final String JAPANESE = "月火水木金土日";

  private TypedDays() {}

  /** Weekdays as a rulebook writes them, {@code mon-fri}; empty if they are none. */
  static Optional<String> of(String typed) {
    String[] ends = TypedNumber.narrow(typed).split("\\s*(-|–|~|〜|から|to|\\.\\.)\\s*", 2);
    List<String> days = Stream.of(ends).flatMap(it -> day(it).stream()).toList();
    return days.size() == ends.length ? Optional.of(String.join("-", days)) : Optional.empty();
  }

  private static Optional<String> day(String word) {
    String bare = word.replaceFirst("曜日?$", "");
    int number = bare.length() == 1 ? JAPANESE.indexOf(bare) : LONG.indexOf(word);
    return number < 0 ? Optional.of(word).filter(SHORT::contains) : Optional.of(SHORT.get(number));
  }

  /** A date, or the first and the last of several, {@code 2026-08-13..2026-08-16}. */
  static Optional<String> dates(String typed) {
    String[] ends = TypedNumber.narrow(typed).split("\\s*(~|〜|から|to|\\.\\.|\\s-)\\s*", 2);
    List<String> days = Stream.of(ends).flatMap(it -> TypedTime.date(it).stream()).toList();
    return days.size() == ends.length ? Optional.of(String.join("..", days)) : Optional.empty();
  }
}
