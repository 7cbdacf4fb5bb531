package io.kizashi.language.yaml;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the known name that a mistyped one most likely means. */
public final class Nearest {
  private static final int MOST_EDITS = 3;
  private static final int LONGEST = 64;

  /** Names that a hint lists: an author reads no more. */
  private static final int LISTED = 60;

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
        .orElseGet(() -> "known here: " + list(known));
  }

  private static String list(Collection<String> known) {
    String first = known.stream().limit(LISTED).collect(Collectors.joining(", "));
    int more = known.size() - LISTED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** Edits between two words: a letter more, less or other, or two neighbours swapped. */
  private static int distance(String a, String b) {
    boolean tooLong = a.length() > LONGEST || b.length() > LONGEST;
    if (tooLong || Math.abs(a.length() - b.length()) > MOST_EDITS) {
      return Integer.MAX_VALUE;
    }
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(int[][] edits, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest =
        Math.min(
            edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
