package io.kizashi.core.eligible;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Worth;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.util.Optional;

/**
 * What an option is worth to one customer at one place: {@code propensity × value × context ×
 * weight − cost}.
 *
 * @param value what success is worth; empty where what it hangs on is not known
 */
public record Worthiness(Worth worth, Optional<Double> value, double context) {
  /** The score of what was sent: its reasoning is no longer kept. */
  public static final Score UNKNOWN = new Score(1, 1, 0, 1, 1, 1, 0);

  /** A change of a factor is stated as finely as scores are compared. */
  private static final double FINE = 1e-6;

  static Worthiness of(Worth worth, Bindings captured, Facts facts, Misses misses) {
    Bindings bindings = captured.at(facts);
    Optional<Double> value =
        worth.value().isEmpty()
            ? Optional.of(1.0)
            : worth.value().flatMap(known -> known.of(bindings, misses)).map(Double.class::cast);
    double context = 1;
    for (Worth.Fitting fitting : worth.context()) {
      context *= fitting.when().test(bindings, misses) ? fitting.times() : 1;
    }
    return new Worthiness(
        worth, value, Math.max(Worth.LEAST_CONTEXT, Math.min(Worth.MOST_CONTEXT, context)));
  }

  boolean isKnown() {
    return value.isPresent();
  }

  /** All in one number; what it hangs on counts 0 where it is not known. */
  public double total() {
    return worth.propensity() * value.orElse(0.0) * context * worth.weight() - worth.cost();
  }

  /**
   * The same in numbers.
   *
   * @param epoch of the learned lexicon that was used, 0 for none
   */
  public Score score(long epoch) {
    return new Score(
        worth.propensity(),
        value.orElse(0.0),
        worth.cost(),
        context,
        worth.weight(),
        total(),
        epoch);
  }

  /**
   * The factor that would have to be another for a score above a bound: what success is worth,
   * where that is declared, else the weight.
   */
  public Optional<Flip> above(double bound) {
    String what = worth.value().isPresent() ? "value" : "weight";
    double from = worth.value().isPresent() ? value.orElse(0.0) : worth.weight();
    double rest = worth.propensity() * context * (worth.value().isPresent() ? worth.weight() : 1);
    double needed = (bound + worth.cost()) / rest;
    double to = needed + FINE * Math.max(1, Math.abs(needed));
    boolean allowed = worth.value().isPresent() || to <= Worth.MOST_WEIGHT;
    return allowed ? Optional.of(new Flip(what, from, to)) : Optional.empty();
  }
}
