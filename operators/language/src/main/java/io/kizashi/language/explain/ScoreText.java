package io.kizashi.language.explain;

import io.kizashi.schema.Recommendation.Score;
import java.util.Locale;
import java.util.Optional;

/** Scores as they were calculated, in figures that people read. */
final class ScoreText {
  private ScoreText() {}

  /** A score as it was calculated: factors that are one, and a cost of nothing, are left out. */
  static Optional<String> of(Score score) {
    StringBuilder sum = new StringBuilder();
    factor(sum, score.propensity());
    factor(sum, score.value());
    factor(sum, score.context());
    factor(sum, score.weight());
    if (sum.isEmpty() && score.cost() == 0) {
      return Optional.empty();
    }
    String cost = score.cost() == 0 ? "" : " − " + number(score.cost());
    String factors = sum.isEmpty() ? "1" : sum.toString();
    return Optional.of(number(score.total()) + " = " + factors + cost);
  }

  private static void factor(StringBuilder sum, double factor) {
    if (factor != 1) {
      sum.append(sum.isEmpty() ? "" : " × ").append(number(factor));
    }
  }

  /** A number as people write it, to six digits. */
  static String number(double number) {
    double fine = Math.rint(number * 1e6) / 1e6;
    return Terms.figure(
        fine == Math.rint(fine) && Math.abs(fine) < 1e15
            ? String.format(Locale.ROOT, "%d", (long) fine)
            : Reading.plain(fine));
  }
}
