package io.kizashi.oracle.story;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How rulebooks write things. */
public final class Yaml {
  private Yaml() {}

  /** A duration, in milliseconds. */
  public static String span(long millis) {
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  /** A number, always with a fraction. */
  public static String number(double number) {
    String plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** A list of names. */
  public static String list(List<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
