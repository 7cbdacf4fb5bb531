package io.kizashi.language.typed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times, weekdays and dates as calendars and clocks have them: {@code 9:00}, {@code 21時}, {@code
 * Monday-Friday}, 2026/1/5.
 */
public final class TypedTime {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(午前|午後)?(\\d{1,2})(?::(\\d{2})(?::(\\d{2}))?|時(?:(\\d{1,2})分)?)?\\s*([ap]\\.?m\\.?)?");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?");

  private static final List<String> SHORT =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> LONG =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final String JAPANESE = "月火水木金土日";

  private static final int NOON = 12;

  private TypedTime() {}

  /** A time of day as {@code 09:00}, with its seconds where it has some; empty if it is none. */
  public static Optional<String> ofDay(String typed) {
    Matcher clock = CLOCK.matcher(TypedNumber.narrow(typed));
    if (!clock.matches()) {
      return Optional.empty();
    }
    Optional<String> half = group(clock, 1).or(() -> group(clock, 6));
    Optional<String> minute = group(clock, 3).or(() -> group(clock, 5));
    boolean bare = half.isEmpty() && minute.isEmpty() && !clock.group().contains("時");
    int hour = Integer.parseInt(clock.group(2));
    boolean twelve = half.isPresent() && hour > NOON;
    if (bare || twelve) {
      return Optional.empty();
    }
    boolean late = half.filter(it -> it.startsWith("p") || it.equals("午後")).isPresent();
    int shown = half.isEmpty() ? hour : hour % NOON + (late ? NOON : 0);
    try {
      LocalTime time =
          LocalTime.of(
              shown == 2 * NOON ? 0 : shown,
              minute.map(Integer::valueOf).orElse(0),
              group(clock, 4).map(Integer::valueOf).orElse(0));
      return Optional.of(time.toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date as {@code 2026-01-05}; empty if it is none. */
  public static Optional<String> date(String typed) {
    Matcher date = DATE.matcher(TypedNumber.narrow(typed));
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
                  Integer.parseInt(date.group(1)),
                  Integer.parseInt(date.group(2)),
                  Integer.parseInt(date.group(3)))
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date and a time of day, {@code 2026-01-05T09:00}, or a time of day alone. */
  public static Optional<String> moment(String typed) {
    String text = TypedNumber.narrow(typed);
    String[] parts = text.split("[t\\s]+", 2);
    return parts.length == 2 && date(parts[0]).isPresent()
        ? date(parts[0]).flatMap(day -> ofDay(parts[1]).map(time -> day + "T" + time))
        : ofDay(text);
  }

  /** Weekdays as a rulebook writes them, {@code mon-fri}; empty if they are none. */
  public static Optional<String> weekdays(String typed) {
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
  public static Optional<String> dates(String typed) {
    String[] ends = TypedNumber.narrow(typed).split("\\s*(~|〜|から|to|\\.\\.|\\s-)\\s*", 2);
    List<String> days = Stream.of(ends).flatMap(it -> date(it).stream()).toList();
    return days.size() == ends.length ? Optional.of(String.join("..", days)) : Optional.empty();
  }

  private static Optional<String> group(Matcher matcher, int number) {
    return Optional.ofNullable(matcher.group(number));
  }
}
