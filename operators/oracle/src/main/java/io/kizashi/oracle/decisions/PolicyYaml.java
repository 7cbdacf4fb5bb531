package io.kizashi.oracle.decisions;

import java.math.BigDecimal;
import java.util.List;

/** How the rulebook writes things. */
final class PolicyYaml {
  private PolicyYaml() {}

  /** A duration, in milliseconds. */
  static String span(long millis) {
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  /** A number, always with a fraction. */
  static String number(double number) {
    String plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** A list of names. */
  static String list(List<?> names) {
    return names.stream()
        .map(Object::toString)
        .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
  }
}
