package io.kizashi.language.typed;

import java.util.Optional;
import java.util.Set;

/** Words for what is true or not. */
public final class TypedWord {
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "はい");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "いいえ");

  private TypedWord() {}

  /** {@code true} or {@code false}; empty where it can't be told which. */
  public static Optional<String> truth(String typed) {
    String word = TypedNumber.narrow(typed);
    if (TRUE.contains(word)) {
      return Optional.of("true");
    }
    return FALSE.contains(word) ? Optional.of("false") : Optional.empty();
  }
}
