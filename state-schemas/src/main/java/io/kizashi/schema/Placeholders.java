package io.kizashi.schema;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What systems write where they know nobody. Taken for a name it would make one customer of all
 * strangers, who would be told of each other's carts.
 *
 * @param more what the systems of an installation write beside what all do, in plain spelling
 */
public record Placeholders(Set<String> more) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** In plain spelling; those of the contract, and what languages and tools write for nothing. */
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "undefined",
          "none",
          "nan",
          "unknown",
          "not set",
          "anonymous",
          "guest",
          "0",
          "-",
          "nil",
          "n/a",
          "#n/a",
          "-1",
          "--",
          "empty",
          "no value",
          "not available",
          "object object",
          "00000000-0000-0000-0000-000000000000");

  private static final String OPENING = "([{<\"'";
  private static final String CLOSING = ")]}>\"'";

  /** What all systems write. */
  public static final Placeholders USUAL = new Placeholders(Set.of());

  /** Keeps them in plain spelling. */
  public Placeholders {
    more = more.stream().map(Placeholders::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** These and one more, in any spelling; at most {@link Bounds#PLACEHOLDER_CHARS} long. */
  public Placeholders and(String word) {
    return new Placeholders(
        Stream.concat(more.stream(), Stream.of(word)).collect(Collectors.toSet()));
  }

  /** Whether an id names nobody; blanks, case, width and brackets around it do not matter. */
  public boolean hold(String id) {
    if (id.length() > Bounds.PLACEHOLDER_CHARS) {
      return false;
    }
    String word = plain(id);
    return word.isEmpty() || WORDS.contains(word) || more.contains(word);
  }

  private static String plain(String id) {
    String word = Spelling.plain(id);
    while (isBracketed(word)) {
      word = word.substring(1, word.length() - 1).strip();
    }
    return word;
  }

  private static boolean isBracketed(String word) {
    return word.length() > 1
        && OPENING.indexOf(word.charAt(0)) >= 0
        && CLOSING.indexOf(word.charAt(word.length() - 1)) >= 0;
  }
}
