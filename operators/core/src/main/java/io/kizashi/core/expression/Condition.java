package io.kizashi.core.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** What it reads beside the touchpoint at hand. */
  default Reads reads() {
    return Reads.NOTHING;
  }

  /** The touchpoint types that it can hold for; empty where it does not say. */
  default Optional<Set<String>> types() {
    return Optional.empty();
  }

  /** What it compares with numbers, of what is known of the customer. */
  default List<Comparison> comparisons() {
    return List.of();
  }

  /** As the author wrote it, or empty. */
  default String text() {
    return "";
  }
}
