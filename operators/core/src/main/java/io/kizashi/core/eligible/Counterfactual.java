package io.kizashi.core.eligible;

import io.kizashi.core.expression.Comparison;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TracedFacts;
import io.kizashi.core.reason.Remedy;
import io.kizashi.schema.Recommendation.Flip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One number that is known of the customer, and what it would have to be for another outcome.
 *
 * @param comparison where it is compared
 * @param flip what it is, and what it would be
 */
record Counterfactual(Comparison comparison, Flip flip) {
  private static final Comparator<Counterfactual> SMALLEST_FIRST =
      Comparator.comparingDouble((Counterfactual it) -> Math.abs(it.flip().to() - it.flip().from()))
          .thenComparing(it -> it.flip().what());

  /** Those that turn a condition round, and not already by half; the smallest first. */
  static List<Counterfactual> turning(Remedy.Fact what, Facts facts) {
    List<Counterfactual> turning = new ArrayList<>();
    for (Comparison comparison : what.condition().comparisons()) {
      if (facts.find(comparison.fact()).orElse(null) instanceof Map<?, ?> fields
          && fields.get(comparison.field()) instanceof Double value) {
        Flip flip = new Flip(comparison.name(), value, comparison.turned(value));
        Counterfactual supposed = new Counterfactual(comparison, flip);
        if (supposed.turns(what, facts)) {
          turning.add(supposed);
        }
      }
    }
    turning.sort(SMALLEST_FIRST);
    return turning;
  }

  private boolean turns(Remedy.Fact what, Facts facts) {
    double half = flip.from() + (flip.to() - flip.from()) / 2;
    return holds(what, facts, flip.to()) != what.holds()
        && holds(what, facts, half) == what.holds();
  }

  private boolean holds(Remedy.Fact what, Facts facts, double value) {
    Facts supposed = TracedFacts.supposing(facts, comparison, value);
    return what.condition().test(what.bindings().at(supposed), new Misses());
  }

  /** The facts as they would be. */
  Facts in(Facts facts) {
    return TracedFacts.supposing(facts, comparison, flip.to());
  }

  /** Whether an expression's answer hangs on the number by way of something else that it reads. */
  boolean isReadBy(Condition condition) {
    return condition.reads().facts().contains(comparison.name())
        || condition.reads().facts().contains(comparison.fact());
  }
}
