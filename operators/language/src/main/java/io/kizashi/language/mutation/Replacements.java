package io.kizashi.language.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a value is taken for that was meant to be another: its neighbours, its half, its double. */
final class Replacements {
  /** A whole number and a unit. */
  static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|bd)");

  /** A number without a unit. */
  static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,6})?");

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

  /** What is written too wide, and too narrow, most often. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          ">=", ">", ">", ">=", "<=", "<", "<", "<=", "==", "!=", "!=", "==", "&&", "||", "||",
          "&&");

  private static final int HOURS = 24;

  private Replacements() {}

  /** Of a duration, a number or a time of day; none of anything else. */
  static List<String> of(String value) {
    Matcher duration = DURATION.matcher(value);
    if (duration.matches()) {
      long count = Long.parseLong(duration.group(1));
      return others(value, Stream.of(count + 1, count / 2, count * 2).filter(it -> it > 0))
          .map(it -> it + duration.group(2))
          .toList();
    }
    if (NUMBER.matcher(value).matches()) {
      return number(new BigDecimal(value));
    }
    Matcher time = TIME.matcher(value);
    if (time.matches()) {
      int hour = Integer.parseInt(time.group(1));
      return Stream.of(hour + 1, hour + HOURS - 1)
          .map(it -> "%02d:%s".formatted(it % HOURS, time.group(2)))
          .toList();
    }
    return List.of();
  }

  private static Stream<Long> others(String value, Stream<Long> counts) {
    long count = Long.parseLong(value.replaceAll("\\D", ""));
    return new TreeSet<>(counts.filter(it -> it != count).toList()).stream();
  }

  private static List<String> number(BigDecimal number) {
    BigDecimal step = step(number);
    return Stream.of(
            number.subtract(step), number.add(step), number.multiply(BigDecimal.valueOf(2)))
        .map(it -> it.setScale(number.scale()).toPlainString())
        .distinct()
        .filter(it -> !it.equals(number.toPlainString()))
        .toList();
  }

  /** One of a whole number, of another its last digit's one. */
  static BigDecimal step(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(number.scale());
  }

  /** Of a comparison or a connective; none of anything else. */
  static List<String> ofOperator(String operator) {
    return Stream.ofNullable(OPERATORS.get(operator)).toList();
  }
}
