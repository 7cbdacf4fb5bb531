package io.kizashi.core.yaml;

import java.util.Collection;
import java.util.Optional;

/** Suggests the known name that a mistyped one most likely means. */
public final class Nearest {
  private static final int MOST_EDITS = 3;
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The known name fewest edits away, if it is near enough to be meant. */
  public static Optional<String> to(String name, Collection<String> known) {
    String best = "";
    int fewest = Math.min(MOST_EDITS, Math.max(1, name.length() / 2)) + 1;
    for (String candidate : known) {
      int edits = distance(name, candidate);
      if (edits < fewest || (edits == fewest && candidate.compareTo(best) < 0)) {
        fewest = edits;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** A hint in words: the nearest name, or the list of all when they are few. */
  public static String hint(String name, Collection<String> known) {
    return to(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
