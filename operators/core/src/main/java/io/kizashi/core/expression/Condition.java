package io.kizashi.core.expression;

/**
 * An expression that is true or false. What it reads and does not find makes it false, and is
 * counted.
 */
@FunctionalInterface
public interface Condition {
  /** Holds for everything. */
  Condition ALWAYS = (bindings, misses) -> true;

  /** Whether it holds for these bindings. */
  boolean test(Bindings bindings, Misses misses);

  /** Whether it reads the current touchpoint alone, so that its answer for one never changes. */
  default boolean readsOnlyEvent() {
    return true;
  }
}
