package io.kizashi.core.content;

import java.util.Optional;
import java.util.Set;

/**
 * The beginning of a text from outside, as one line that may stand among words: there is something
 * to see in it, and nothing that steers a screen. It is cut between graphemes only.
 */
public final class Line {
  private static final String ELLIPSIS = "…";

  /** What programs write where they have nothing. People called Null begin with a capital. */
  private static final Set<String> NOTHING =
      Set.of("null", "undefined", "NaN", "Infinity", "-Infinity", "[object Object]");

  private final String text;

  /** Where its graphemes end. */
  private final int[] ends;

  /** Whether there was more than its graphemes. */
  private final boolean more;

  private Line(String text, int[] ends, boolean more) {
    this.text = text;
    this.ends = ends;
    this.more = more;
  }

  /**
   * A text's beginning; empty where a reader would see nothing.
   *
   * @param raw any text of any length
   * @param most graphemes to keep, at least 1
   */
  public static Optional<Line> of(String raw, int most) {
    Line line = isPlain(raw, most) ? plain(raw) : cleaned(raw, most);
    return line.isSeen() && !line.isNothing() ? Optional.of(line) : Optional.empty();
  }

  /** Most texts are: they need no cleaning, and no search for graphemes. */
  private static boolean isPlain(String raw, int most) {
    int length = raw.length();
    if (length == 0 || length > most || raw.charAt(0) == ' ' || raw.charAt(length - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char unit = raw.charAt(i);
      if (!CodePoints.isPlain(unit) || (unit == ' ' && raw.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static Line plain(String raw) {
    return new Line(raw, Graphemes.endsOfPlain(raw), false);
  }

  private static Line cleaned(String raw, int most) {
    Clean clean = Clean.of(raw, most * Graphemes.MOST_CODE_POINTS + 1);
    int[] ends = Graphemes.ends(clean.text(), most, clean.more());
    int end = ends.length == 0 ? 0 : ends[ends.length - 1];
    boolean more = clean.more() || end < clean.text().length();
    return new Line(clean.text().substring(0, end), ends, more);
  }

  private boolean isNothing() {
    return !more && NOTHING.contains(text);
  }

  private boolean isSeen() {
    return text.codePoints().anyMatch(CodePoints::isSeen);
  }

  /**
   * Its first graphemes; where some are left out, an ellipsis stands for them and counts as one.
   *
   * @param most graphemes, at least 1
   */
  public String upTo(int most) {
    return !more && ends.length <= most ? text : first(most - 1) + ELLIPSIS;
  }

  /**
   * Its first graphemes, without a sign that there is more: as names are cut.
   *
   * @param most graphemes
   */
  public String first(int most) {
    int count = Math.min(most, ends.length);
    return count == 0 ? "" : text.substring(0, ends[count - 1]).stripTrailing();
  }
}
