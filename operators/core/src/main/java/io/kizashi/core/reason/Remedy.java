package io.kizashi.core.reason;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.schema.Recommendation.Flip;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one number would let pass that does not. */
public sealed interface Remedy {
  /** No number does. */
  Remedy NONE = new None();

  /** An answer that is another one for each case. */
  <T> T on(Supplier<T> none, Function<Rule, T> rule, Function<Fact, T> fact);

  /** The other number, where it is one of the rules. */
  Optional<Flip> ofRules();

  /** No number does. */
  record None() implements Remedy {
    @Override
    public <T> T on(Supplier<T> none, Function<Rule, T> rule, Function<Fact, T> fact) {
      return none.get();
    }

    @Override
    public Optional<Flip> ofRules() {
      return Optional.empty();
    }
  }

  /** Another number in the rules. */
  record Rule(Flip flip) implements Remedy {
    @Override
    public <T> T on(Supplier<T> none, Function<Rule, T> rule, Function<Fact, T> fact) {
      return rule.apply(this);
    }

    @Override
    public Optional<Flip> ofRules() {
      return Optional.of(flip);
    }
  }

  /**
   * A condition that comes out otherwise, by what is known of the customer.
   *
   * @param holds whether it holds as things are
   */
  record Fact(Condition condition, Bindings bindings, boolean holds) implements Remedy {
    @Override
    public <T> T on(Supplier<T> none, Function<Rule, T> rule, Function<Fact, T> fact) {
      return fact.apply(this);
    }

    @Override
    public Optional<Flip> ofRules() {
      return Optional.empty();
    }
  }
}
