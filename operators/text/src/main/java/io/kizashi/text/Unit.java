package io.kizashi.text;

/**
 * A word, a phrase, a symbol or a mark of a text.
 *
 * @param start of its first character in the text, in UTF-16 units
 * @param end after its last character
 * @param form as written, folded
 * @param lemma as a lexicon may have it: the form itself if it is not inflected, empty if it is a
 *     symbol or mark; of a phrase those of its words
 * @param part of speech, as the IPA dictionary names it; empty if it is not Japanese
 * @param entry what the lexicon says of it
 * @param loud capitals among small letters, or letters drawn out
 */
record Unit(
    int start, int end, String form, String lemma, String part, LexiconEntry entry, boolean loud) {
  static Unit word(int start, int end, String form, String lemma, boolean loud) {
    return word(start, end, form, lemma, "", loud);
  }

  static Unit word(int start, int end, String form, String lemma, String part, boolean loud) {
    return new Unit(start, end, form, lemma, part, LexiconEntry.WORD, loud);
  }

  static Unit mark(int start, int end, String form, LexiconEntry entry) {
    return new Unit(start, end, form, "", "", entry, false);
  }

  Role role() {
    return entry.role();
  }

  /** A symbol stands for itself: grammar does not touch it. */
  boolean isSymbol() {
    return lemma.isEmpty();
  }

  /** A clause may end here, but nothing is written: phrases go on across it. */
  boolean isBreak() {
    return start == end;
  }

  /** Whether a lexicon may still say what it is. */
  boolean open() {
    return entry.role() == Role.WORD && !isSymbol();
  }

  /** This unit and those up to {@code last} as one. */
  Unit through(Unit last, String lemmas, LexiconEntry meaning, boolean anyLoud) {
    return new Unit(start, last.end, form, lemmas, part, meaning, anyLoud);
  }

  /** With another meaning. */
  Unit meaning(LexiconEntry other) {
    return new Unit(start, end, form, lemma, part, other, loud);
  }
}
