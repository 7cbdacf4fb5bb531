package io.kizashi.language.read;

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
    long value = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    if (value >= least && value <= most) {
      return OptionalLong.of(value);
    }
    problems.error(
        scalar.at(),
        OUT_OF_BOUNDS,
        "'" + text + "' is no whole number from " + least + " to " + most,
        "");
    return OptionalLong.empty();
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
        "a whole number with its sign: rollout: 10%");
    return Optional.empty();
  }

  /** A number from {@code least} to {@code most}, of at most nine digits on each side. */
  static Optional<Double> number(Scalar scalar, double least, double most, Problems problems) {
    boolean fits = scalar.text().matches("-?\\d{1,9}(\\.\\d{1,9})?");
    double value = fits ? Double.parseDouble(scalar.text()) : Double.NaN;
    if (value >= least && value <= most) {
      return Optional.of(value);
    }
    problems.error(
        scalar.at(),
        OUT_OF_BOUNDS,
        "'" + scalar.text() + "' is no number from " + plain(least) + " to " + plain(most),
        "");
    return Optional.empty();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}
