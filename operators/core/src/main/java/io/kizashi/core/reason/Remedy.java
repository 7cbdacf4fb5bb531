package io.kizashi.core.reason;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.schema.Recommendation.Flip;

/** What one number would let pass that does not. */
public sealed interface Remedy {
  /** No number does. */
  Remedy NONE = new None();

  /** No number does. */
  record None() implements Remedy {}

  /** Another number in the rules. */
  record Rule(Flip flip) implements Remedy {}

  /**
   * A condition that comes out otherwise, by what is known of the customer.
   *
   * @param holds whether it holds as things are
   */
  record Fact(Condition condition, Bindings bindings, boolean holds) implements Remedy {}
}
