package io.kizashi.language.read;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Step;
import io.kizashi.language.yaml.Problems;
import java.util.Optional;

/** Reads steps at which the customer's feelings pass a bound. */
final class EmotionStepReader {
  private final Problems problems;

  EmotionStepReader(Problems problems) {
    this.problems = problems;
  }

  /** The step; empty with problems noted. */
  Optional<Step> step(Fields fields, String name, long within, boolean first) {
    Optional<Fields> bound =
        fields.get("emotion").flatMap(node -> Fields.of(node, Keys.BOUND, problems));
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    boolean above = bound.get().get("above").isPresent();
    if (above == bound.get().get("below").isPresent()) {
      problems.error(
          bound.get().at(),
          "emotion",
          "an emotion step has exactly one bound, below: or above:",
          "emotion: { below: -0.5 }");
      return Optional.empty();
    }
    return bound
        .get()
        .number(above ? "above" : "below", -1, 1)
        .map(
            value ->
                new Step.Event(
                    new Step.Fit(
                        Step.ANY, new EmotionBound(value, above, first), Interest.EMOTIONAL),
                    name,
                    within,
                    1));
  }
}
