package io.kizashi.core.expression;

import java.util.Optional;

/** An expression that gives a value: a text, a double, a truth, or a time. */
public interface Value {
  /**
   * Its value for these bindings; what it reads and does not find leaves it empty, and is counted.
   */
  Optional<Object> of(Bindings bindings, Misses misses);

  /** What it reads beside the touchpoint at hand. */
  Reads reads();

  /** Its place in the rulebook; empty where it stands in none. */
  default String place() {
    return "";
  }

  /** As the author wrote it. */
  String text();
}
