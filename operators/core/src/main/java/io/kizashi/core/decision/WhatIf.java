package io.kizashi.core.decision;

import io.kizashi.core.detection.World;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Comparison;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Watched;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Flip;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Finds the one number of a customer's that would turn a condition round. */
final class WhatIf {
  private final Condition condition;
  private final Bindings bindings;
  private final World world;

  WhatIf(Condition condition, Bindings bindings, World world) {
    this.condition = condition;
    this.bindings = bindings;
    this.world = world;
  }

  /**
   * The smallest change that turns the condition round.
   *
   * @param holds whether it holds as things are
   */
  Optional<Flip> flip(Position at, boolean holds) {
    Facts facts = world.at(at);
    return condition.comparisons().stream()
        .flatMap(
            comparison ->
                flip(comparison, facts).stream().filter(f -> turns(comparison, facts, f, holds)))
        .min(
            Comparator.comparingDouble((Flip flip) -> Math.abs(flip.to() - flip.from()))
                .thenComparing(Flip::what));
  }

  private static Optional<Flip> flip(Comparison comparison, Facts facts) {
    return facts
        .find(comparison.fact())
        .filter(Map.class::isInstance)
        .map(fields -> ((Map<?, ?>) fields).get(comparison.field()))
        .filter(Double.class::isInstance)
        .map(Double.class::cast)
        .map(value -> new Flip(comparison.name(), value, comparison.turned(value)));
  }

  /** Whether the whole comes out otherwise, and not already half way. */
  private boolean turns(Comparison comparison, Facts facts, Flip flip, boolean holds) {
    double half = flip.from() + (flip.to() - flip.from()) / 2;
    return holds(comparison, facts, flip.to()) != holds && holds(comparison, facts, half) == holds;
  }

  private boolean holds(Comparison comparison, Facts facts, double value) {
    return condition.test(bindings.at(Watched.supposing(facts, comparison, value)), world.misses());
  }
}
