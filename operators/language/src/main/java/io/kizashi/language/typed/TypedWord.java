package io.kizashi.language.typed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words for what is true or not, and for languages. */
public final class TypedWord {
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "はい");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "いいえ");

  private static final Map<String, String> LANGUAGES =
      Map.of("japanese", "ja", "english", "en", "日本語", "ja", "英語", "en");

  private TypedWord() {}

  /** {@code true} or {@code false}; empty where it can't be told which. */
  public static Optional<String> truth(String typed) {
    String word = TypedNumber.narrow(typed);
    if (TRUE.contains(word)) {
      return Optional.of("true");
    }
    return FALSE.contains(word) ? Optional.of("false") : Optional.empty();
  }

  /** A language in two or three small letters; empty if it is none: {@code JA}, {@code en-US}. */
  public static Optional<String> language(String typed) {
    String narrow = TypedNumber.narrow(typed);
    String bare = narrow.replaceFirst("^([a-z]{2,3})[-_][a-z]{2,4}$", "$1");
    return Optional.ofNullable(LANGUAGES.get(narrow))
        .or(() -> Optional.of(bare).filter(it -> it.matches("[a-z]{2,3}")));
  }
}
