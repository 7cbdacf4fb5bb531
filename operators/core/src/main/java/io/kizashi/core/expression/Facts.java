package io.kizashi.core.expression;

import java.util.Optional;

/** What is known of a customer at one place of the history, by the names that expressions use. */
@FunctionalInterface
public interface Facts {
  /** Nothing is known. */
  Facts NONE = name -> Optional.empty();

  /** What a name stands for. */
  Optional<Object> find(String name);
}
