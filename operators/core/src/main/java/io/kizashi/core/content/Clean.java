package io.kizashi.core.content;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Text from outside as one line: what steers screens, or hides from readers, is taken out, space is
 * made even, letters are composed (NFC).
 *
 * @param text without space at its ends
 * @param more whether it goes on where it was cut
 */
record Clean(String text, boolean more) {
  /**
   * The beginning of a text, cleaned.
   *
   * @param most code points to keep
   */
  static Clean of(String raw, int most) {
    Sieve sieve = new Sieve(most);
    int i = 0;
    while (i < raw.length() && sieve.takes(raw.codePointAt(i))) {
      i += Character.charCount(raw.codePointAt(i));
    }
    return new Clean(composed(sieve.out.toString()), i < raw.length());
  }

  /** What passes, code point by code point. */
  private static final class Sieve {
    private final StringBuilder out = new StringBuilder();
    private final int most;
    private int kept;
    private int last;

    /** Spaces since the last code point that was kept, and the first of them. */
    private int spaces;

    private int space;

    Sieve(int most) {
      this.most = most;
    }

    /** Whether there was room for a code point, or it needs none. */
    boolean takes(int point) {
      if (CodePoints.isSpace(point)) {
        space = spaces == 0 ? point : space;
        spaces++;
        return true;
      }
      return isOut(point) || keeps(point);
    }

    private boolean isOut(int point) {
      return CodePoints.isHidden(point)
          || (CodePoints.isTag(point) && !isFlag(last))
          || (kept == 0 && CodePoints.isAppended(point));
    }

    /** Tags spell the flags of England, Scotland and Wales; elsewhere they are hidden text. */
    private static boolean isFlag(int point) {
      return point == CodePoints.BLACK_FLAG || CodePoints.isTag(point);
    }

    private boolean keeps(int point) {
      if (kept >= most) {
        return false;
      }
      if (spaces > 0 && kept > 0) {
        append(spaces == 1 && CodePoints.isWrittenSpace(space) ? space : ' ');
      }
      spaces = 0;
      append(point);
      return true;
    }

    private void append(int point) {
      out.appendCodePoint(point);
      last = point;
      kept++;
    }
  }

  /**
   * NFC, but for compatibility ideographs: it would take another character for them, and people
   * whose names are written with one want to be called by it.
   */
  private static String composed(String text) {
    if (Normalizer.isNormalized(text, Form.NFC)) {
      return text;
    }
    StringBuilder composed = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (CodePoints.isCompatibilityIdeograph(point)) {
        composed.append(Normalizer.normalize(text.substring(from, i), Form.NFC));
        composed.appendCodePoint(point);
        from = i + Character.charCount(point);
      }
    }
    return composed.append(Normalizer.normalize(text.substring(from), Form.NFC)).toString();
  }
}
