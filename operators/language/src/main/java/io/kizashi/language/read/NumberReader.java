package io.kizashi.language.read;

import io.kizashi.language.typed.TypedNumber;
import io.kizashi.language.yaml.Fix;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads single values that are numbers; what is out of bounds is noted, and gives none. */
final class NumberReader {
  private static final String OUT_OF_BOUNDS = "out_of_bounds";

  private NumberReader() {}

  /** A whole number from {@code least} to {@code most}, neither of them below 0. */
  static OptionalLong whole(Scalar scalar, long least, long most, Problems problems) {
    String text = scalar.text();
    long value = whole(text);
    if (value >= least && value <= most) {
      return OptionalLong.of(value);
    }
    Optional<String> meant =
        TypedNumber.of(text).filter(it -> whole(it) >= least && whole(it) <= most);
    problems.error(
        scalar.at(),
        OUT_OF_BOUNDS,
        "'" + text + "' is no whole number from " + least + " to " + most,
        "",
        meant.flatMap(it -> Fix.whole(scalar, it)));
    return OptionalLong.empty();
  }

  private static long whole(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
  }

  /** A whole number of percent, from 1 to 100. */
  static Optional<Integer> percent(Scalar scalar, Problems problems) {
    if (scalar.text().matches("[1-9]\\d?%|100%")) {
      return Optional.of(Integer.valueOf(scalar.text().replace("%", "")));
    }
    problems.error(
        scalar.at(),
        OUT_OF_BOUNDS,
        "'" + scalar.text() + "' is no share from 1% to 100%",
        "a whole number with its sign: rollout: 10%",
        TypedNumber.percent(scalar.text()).flatMap(it -> Fix.whole(scalar, it)));
    return Optional.empty();
  }

  /** A number from {@code least} to {@code most}, of at most nine digits on each side. */
  static Optional<Double> number(Scalar scalar, double least, double most, Problems problems) {
    double value = number(scalar.text());
    if (value >= least && value <= most) {
      return Optional.of(value);
    }
    Optional<String> meant =
        TypedNumber.of(scalar.text()).filter(it -> number(it) >= least && number(it) <= most);
    problems.error(
        scalar.at(),
        OUT_OF_BOUNDS,
        "'" + scalar.text() + "' is no number from " + plain(least) + " to " + plain(most),
        "",
        meant.flatMap(it -> Fix.whole(scalar, it)));
    return Optional.empty();
  }

  private static double number(String text) {
    boolean fits = text.matches("-?\\d{1,9}(\\.\\d{1,9})?");
    return fits ? Double.parseDouble(text) : Double.NaN;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}
