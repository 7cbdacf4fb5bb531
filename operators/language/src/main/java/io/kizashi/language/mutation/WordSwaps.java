package io.kizashi.language.mutation;

import java.util.List;
import java.util.Optional;

/** Words of the language that are taken for one another. */
final class WordSwaps {
  private static final List<List<String>> RINGS =
      List.of(
          List.of("recover", "serve", "retain", "inform", "ask", "sell"),
          List.of("latest", "first"),
          List.of("hold", "drop"));

  private WordSwaps() {}

  /** The next word of its kind; empty where it has none. */
  static Optional<String> of(String word) {
    return RINGS.stream()
        .filter(ring -> ring.contains(word))
        .map(ring -> ring.get((ring.indexOf(word) + 1) % ring.size()))
        .findFirst();
  }
}
