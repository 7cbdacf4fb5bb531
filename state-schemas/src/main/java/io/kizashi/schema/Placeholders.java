package io.kizashi.schema;

import java.util.Set;

/**
 * What systems write where they know nobody. Taken for a name it would make one customer of all
 * strangers, who would be told of each other's carts.
 */
final class Placeholders {
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

  /** The longest of them, and some blanks and brackets. */
  private static final int LONGEST = 48;

  private static final String OPENING = "([{<\"'";
  private static final String CLOSING = ")]}>\"'";

  private Placeholders() {}

  /** Whether an id names nobody; blanks, case, width and brackets around it do not matter. */
  static boolean isOne(String id) {
    if (id.length() > LONGEST) {
      return false;
    }
    String word = Spelling.plain(id);
    while (isBracketed(word)) {
      word = word.substring(1, word.length() - 1).strip();
    }
    return word.isEmpty() || WORDS.contains(word);
  }

  private static boolean isBracketed(String word) {
    return word.length() > 1
        && OPENING.indexOf(word.charAt(0)) >= 0
        && CLOSING.indexOf(word.charAt(word.length() - 1)) >= 0;
  }
}
