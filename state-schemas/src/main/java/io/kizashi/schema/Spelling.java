package io.kizashi.schema;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a word where its spelling must not matter. */
public final class Spelling {
  private Spelling() {}

  /** In lower case and half width, without blanks around it. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Of the plain form the letters and digits alone. */
  public static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    plain(text).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
