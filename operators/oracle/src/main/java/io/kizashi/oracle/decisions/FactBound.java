package io.kizashi.oracle.decisions;

import java.util.List;

/**
 * A condition: a fact lies below a number, or not. What is missing makes it false.
 *
 * @param below whether it must lie below; else it must not
 */
record FactBound(RandomFact fact, boolean below, double number) {
  /** A random one about one of some facts. */
  static FactBound drawn(Draws draws, List<RandomFact> facts) {
    return new FactBound(
        draws.any(facts), draws.random().nextBoolean(), draws.any(List.of(1.0, 2.0, 3.0)));
  }

  String cel() {
    return fact.cel() + (below ? " < " : " >= ") + number;
  }

  boolean holds(NaiveFacts world) {
    return fact.value(world).filter(value -> below == (value < number)).isPresent();
  }
}
