package io.kizashi.language.asked;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.Value;
import io.kizashi.language.yaml.Mark;
import java.util.Optional;
import java.util.Set;

/**
 * An expression of a rulebook that is asked of a touchpoint alone.
 *
 * @param place its place in the rulebook
 * @param at where it stands
 * @param types of the touchpoints that it is asked of; empty where it may be any
 * @param answer whether it holds, or has a value
 */
public record Question(String place, Mark at, Optional<Set<String>> types, Answer answer) {
  /** Copies the types. */
  public Question {
    types = types.map(Set::copyOf);
  }

  /** Asks it of the touchpoint at hand. */
  @FunctionalInterface
  public interface Answer {
    /** Whether it holds, or has a value; what can't be read is missed. */
    boolean of(Bindings bindings, Misses misses);

    /** Of a condition. */
    static Answer of(Condition condition) {
      return condition::test;
    }

    /** Of a value. */
    static Answer of(Value value) {
      return (bindings, misses) -> value.of(bindings, misses).isPresent();
    }
  }
}
