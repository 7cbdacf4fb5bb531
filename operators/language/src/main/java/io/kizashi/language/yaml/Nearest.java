package io.kizashi.language.yaml;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the known name that a mistyped one most likely means. */
public final class Nearest {
  private static final int MOST_EDITS = 3;
  private static final int LONGEST = 64;
  private static final int MAX = Integer.MAX_VALUE;

  /** Letters for each slip: of a shorter word too little is left to tell what was meant. */
  private static final int LEAST = 3;

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

  /**
   * The known name that must be meant: the only one that differs by nothing but small and large
   * letters, full width, dashes and blanks, or else the only one fewest slips away. Numbers in
   * names mean something, and are no slips.
   */
  public static Optional<String> certain(String name, Collection<String> known) {
    String plain = plain(name);
    List<String> same = known.stream().filter(it -> plain(it).equals(plain)).toList();
    if (!same.isEmpty() || plain.length() < LEAST) {
      return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
    int fewest = Math.min(MOST_EDITS, Math.max(1, plain.length() / LEAST)) + 1;
    List<String> nearest = new ArrayList<>();
    for (String candidate : known) {
      int edits = digits(candidate).equals(digits(plain)) ? distance(plain, plain(candidate)) : MAX;
      if (edits < fewest) {
        nearest.clear();
      }
      if (edits < fewest || (edits == fewest && !nearest.isEmpty())) {
        nearest.add(candidate);
      }
      fewest = Math.min(fewest, edits);
    }
    return nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
  }

  private static String plain(String name) {
    String narrow = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return narrow.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  private static String digits(String name) {
    return name.replaceAll("\\D", "");
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
  public static int distance(String a, String b) {
    boolean tooLong = a.length() > LONGEST || b.length() > LONGEST;
    if (tooLong || Math.abs(a.length() - b.length()) > MOST_EDITS) {
      return MAX;
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
