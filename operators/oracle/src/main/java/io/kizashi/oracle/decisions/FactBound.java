package io.kizashi.oracle.decisions;

/**
 * A condition: a fact lies below a number, or not. What is missing makes it false.
 *
 * @param below whether it must lie below; else it must not
 */
record FactBound(RandomFact fact, boolean below, double number) {
  String cel() {
    return fact.cel() + (below ? " < " : " >= ") + number;
  }

  boolean holds(NaiveFacts world) {
    return fact.value(world).filter(value -> below == (value < number)).isPresent();
  }
}
