package io.kizashi.cli.check.policy;

/**
 * A condition: a fact lies below a number, or not. What is missing makes it false.
 *
 * @param below whether it must lie below; else it must not
 */
record Bound(Fact fact, boolean below, double number) {
  String cel() {
    return fact.cel() + (below ? " < " : " >= ") + number;
  }

  boolean holds(World world) {
    return fact.value(world).filter(value -> below == (value < number)).isPresent();
  }
}
