package io.kizashi.language.typed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and dates as calendars and clocks have them: {@code 9:00}, {@code 21時}, 2026/1/5. */
public final class TypedTime {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(午前|午後)?(\\d{1,2})(?::(\\d{2})(?::(\\d{2}))?|時(?:(\\d{1,2})分)?)?\\s*([ap]\\.?m\\.?)?");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?");

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
    return TypedDays.of(typed);
  }

  /** A date, or the first and the last of several, {@code 2026-08-13..2026-08-16}. */
  public static Optional<String> dates(String typed) {
    return TypedDays.dates(typed);
  }

  private static Optional<String> group(Matcher matcher, int number) {
    return Optional.ofNullable(matcher.group(number));
  }
}
