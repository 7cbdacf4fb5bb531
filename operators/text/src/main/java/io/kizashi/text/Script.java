package io.kizashi.text;

import java.util.Locale;

/** What a text is written in, as far as scoring can read it. */
enum Script {
  JAPANESE,
  ENGLISH,
  /** Neither: only emoji and emoticons say something. */
  OTHER;

  /** Kana and kanji are denser than letters: this many letters weigh as much as one of them. */
  private static final int LETTERS = 4;

  /** Judges by the letters; the hint settles what letters can't: kanji alone, French, Chinese. */
  static Script of(CharSequence text, String language) {
    int kana = 0;
    int kanji = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        latin++;
      } else if (c >= '\u3041' && c <= '\u30ff') {
        kana++;
      } else if (c >= '\u4e00' && c <= '\u9fff') {
        kanji++;
      }
    }
    String hint = language.length() < 2 ? "" : language.substring(0, 2).toLowerCase(Locale.ROOT);
    if ((kana + kanji) * LETTERS > latin) {
      return kana > 0 || hint.equals("ja") || hint.isEmpty() ? JAPANESE : OTHER;
    }
    // Japanese customers write English too; a Frenchman's touchpoint is French.
    boolean english = hint.isEmpty() || hint.equals("en") || hint.equals("ja");
    return latin > 0 && english ? ENGLISH : OTHER;
  }
}
