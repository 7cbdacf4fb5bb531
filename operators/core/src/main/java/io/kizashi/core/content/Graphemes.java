package io.kizashi.core.content;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What readers take for one character: extended grapheme clusters, Unicode Standard Annex 29. A
 * family is one emoji of seven code points; {@link java.text.BreakIterator} knows that from Java 20
 * on, regular expressions know it already.
 */
final class Graphemes {
  /**
   * Code points of one. The longest emoji that keyboards offer take 10, and no script stacks as
   * many marks; what is longer is made to run over the lines around it.
   */
  static final int MOST_CODE_POINTS = 16;

  private static final Pattern ONE = Pattern.compile("\\X");

  private Graphemes() {}

  /**
   * Where the first of a text end, in UTF-16 code units. What comes after one that is too long is
   * left out with it.
   *
   * @param most how many
   * @param more whether the text was cut: what is last may be half of one
   */
  static int[] ends(String text, int most, boolean more) {
    int[] ends = new int[Math.min(most, text.length())];
    int count = 0;
    Matcher one = ONE.matcher(text);
    while (count < ends.length
        && one.find()
        && text.codePointCount(one.start(), one.end()) <= MOST_CODE_POINTS
        && !(more && one.end() == text.length())) {
      ends[count] = one.end();
      count++;
    }
    return Arrays.copyOf(ends, count);
  }

  /** Where the first of a text end of which each is one code unit. */
  static int[] endsOfPlain(String text) {
    int[] ends = new int[text.length()];
    Arrays.setAll(ends, i -> i + 1);
    return ends;
  }
}
