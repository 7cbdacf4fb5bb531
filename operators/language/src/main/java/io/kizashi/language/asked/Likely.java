package io.kizashi.language.asked;

import io.kizashi.language.yaml.Nearest;
import io.kizashi.schema.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells which name that is known is meant by one that is not, word by word: {@code chat_started} is
 * near {@code call_started}, and another thing.
 */
public final class Likely {
  /** Letters of a word for a slip in it, and for a second one. */
  private static final int ONE_SLIP = 4;

  private static final int TWO_SLIPS = 8;

  private Likely() {}

  /** The only known name that differs by its spelling, or else by a slip in its words. */
  public static Optional<String> meant(String name, Collection<String> known) {
    List<String> same = known.stream().filter(it -> isSpeltLike(it, name)).toList();
    List<String> near =
        same.isEmpty() ? known.stream().filter(it -> isNear(name, it)).toList() : same;
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** Whether two differ by nothing but case, width, dashes and blanks. */
  public static boolean isSpeltLike(String one, String other) {
    return Spelling.letters(one).equals(Spelling.letters(other))
        && !Spelling.letters(one).isEmpty();
  }

  private static boolean isNear(String name, String other) {
    List<String> words = words(name);
    List<String> others = words(other);
    if (!digits(name).equals(digits(other))) {
      return false;
    }
    if (words.size() != others.size()) {
      return Nearest.distance(Spelling.letters(name), Spelling.letters(other)) <= 1
          && name.length() >= TWO_SLIPS;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!isWordNear(words.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordNear(String word, String other) {
    int least = Math.min(word.length(), other.length());
    if (word.equals(other)) {
      return true;
    }
    int slips = least >= TWO_SLIPS ? 2 : least >= ONE_SLIP ? 1 : 0;
    boolean cut = least >= ONE_SLIP && (word.startsWith(other) || other.startsWith(word));
    return (cut && Math.abs(word.length() - other.length()) <= 2)
        || Nearest.distance(word, other) <= slips;
  }

  /** The words that a name is made of, in small letters. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("[-_\\s./]+|(?<=[a-z0-9])(?=[A-Z])", -1)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static String digits(String name) {
    return name.replaceAll("\\D", "");
  }
}
