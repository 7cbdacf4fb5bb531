package io.kizashi.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A text without the differences of writing that say nothing: letter case, width, marks that only
 * change an emoji's colour. What is drawn out ("sooo", 「すごーい」) is shortened and remembered.
 */
final class Folded {
  private static final String HALF_KANA =
      "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
  private static final char HALF_KANA_FIRST = '\uff61';
  private static final int WIDTH = 0xfee0;

  /** In plain spelling at most one word of so many begins with a capital. */
  private static final int NAMES = 4;

  /** How often a letter may stand in a row in good spelling: "all". */
  private static final int SPELLED = 2;

  private final StringBuilder text;
  private final int[] places;
  private final BitSet drawnOut = new BitSet();
  private final BitSet capital = new BitSet();

  private Folded(int length) {
    text = new StringBuilder(length);
    places = new int[length + 1];
  }

  static Folded of(String original) {
    Folded folded = new Folded(original.length());
    for (int i = 0; i < original.length(); i++) {
      folded.add(original.charAt(i), i);
    }
    folded.places[folded.text.length()] = original.length();
    return folded;
  }

  private void add(char c, int place) {
    char plain = plain(c);
    if (isInvisible(c) || isVoiced(c)) {
      return;
    }
    int run = run(plain);
    boolean stretched =
        (isStretch(plain) && endsWithHiragana()) || (run >= SPELLED && Character.isLetter(plain));
    if (stretched) {
      drawnOut.set(text.length() - 1);
      return;
    }
    if (Character.isUpperCase(c)) {
      capital.set(text.length());
    }
    places[text.length()] = place;
    text.append(plain);
  }

  private static char plain(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return Character.toLowerCase((char) (c - WIDTH));
    }
    if (c >= HALF_KANA_FIRST && c < HALF_KANA_FIRST + HALF_KANA.length()) {
      return HALF_KANA.charAt(c - HALF_KANA_FIRST);
    }
    return switch (c) {
      case '\u3000', '\t', '\u00a0' -> ' ';
      case '\u2019', '\u2018', '\u02bc' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u301c' -> '~';
      default -> Character.toLowerCase(c);
    };
  }

  /** A mark of voice that stands apart (half width, or decomposed) goes into its kana. */
  private boolean isVoiced(char c) {
    boolean half = c == '\uff9f' || c == '\u309a';
    if (text.isEmpty() || !(half || c == '\uff9e' || c == '\u3099')) {
      return false;
    }
    int last = text.length() - 1;
    String whole =
        Normalizer.normalize(
            text.substring(last) + (half ? '\u309a' : '\u3099'), Normalizer.Form.NFC);
    if (whole.length() == 1) {
      text.setCharAt(last, whole.charAt(0));
    }
    return whole.length() == 1;
  }

  /** Variation selectors and joiners. */
  private static boolean isInvisible(char c) {
    return (c >= '\ufe00' && c <= '\ufe0f') || c == '\u200d' || c == '\u200b';
  }

  private static boolean isStretch(char c) {
    return c == 'ー' || c == '~';
  }

  private boolean endsWithHiragana() {
    int last = text.length() - 1;
    return last >= 0 && text.charAt(last) >= 'ぁ' && text.charAt(last) <= 'ん';
  }

  private int run(char c) {
    int run = 0;
    for (int i = text.length() - 1; i >= 0 && run < SPELLED && text.charAt(i) == c; i--) {
      run++;
    }
    return run;
  }

  CharSequence text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /** Whether the {@code ://} of a web address begins here. */
  boolean isAddress(int index) {
    return index + 3 <= text.length() && text.substring(index, index + 3).equals("://");
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  /** Where a character of the folded text stands in the original. */
  int place(int index) {
    return places[index];
  }

  boolean isDrawnOut(int start, int end) {
    int next = drawnOut.nextSetBit(start);
    return next >= 0 && next < end;
  }

  boolean isCapital(int start, int end) {
    return end - start > 1 && capital.nextClearBit(start) >= end;
  }

  /** Whether a word begins with a capital and goes on in small letters. */
  boolean isName(int start, int end) {
    return capital.get(start) && end - start > 1 && !capital.get(start + 1);
  }

  /** Whether few words begin with a capital, so that those which do are names. */
  boolean isInSmallLetters() {
    int words = 1;
    for (int i = 1; i < text.length(); i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return capital.cardinality() * NAMES <= words + NAMES;
  }

  /** Whether nearly everything is in capitals, so that they mean nothing. */
  boolean shouts() {
    long letters = text.chars().filter(c -> c >= 'a' && c <= 'z').count();
    return capital.cardinality() * 2L > letters;
  }

  /** The text with blanks where {@code taken} is set. */
  String without(BitSet taken) {
    char[] rest = text.toString().toCharArray();
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(taken.nextClearBit(i))) {
      Arrays.fill(rest, i, taken.nextClearBit(i), ' ');
    }
    return new String(rest);
  }
}
