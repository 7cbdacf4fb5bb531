package io.kizashi.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Cuts English into words and marks. */
final class EnglishUnits {
  private static final int SHORTEST = 3;

  /** Endings and what may stand in their place; the first that the lexicon knows is taken. */
  private static final String[][] ENDINGS = {
    {"'s", ""},
    {"s", ""},
    {"es", ""},
    {"ies", "y"},
    {"ed", ""},
    {"ed", "e"},
    {"ied", "y"},
    {"ing", ""},
    {"ing", "e"},
    {"ly", ""},
    {"er", ""},
    {"er", "e"},
    {"ier", "y"},
    {"est", ""},
    {"iest", "y"},
    {"ment", ""},
    {"ments", ""},
    {"ness", ""},
    {"ingly", ""},
    {"edly", ""},
    {"ings", ""},
    {"ily", "y"},
    {"in'", "ing"},
  };

  private EnglishUnits() {}

  /** The units of {@code text}, which is {@code folded} with blanks where symbols stood. */
  static List<Unit> of(String text, Folded folded, UnaryOperator<String> lemmas) {
    List<Unit> units = new ArrayList<>();
    boolean capitalsSpeak = !folded.shouts();
    boolean namesSpeak = folded.isInSmallLetters();
    for (int i = 0; i < text.length(); ) {
      int end = i + 1;
      if (Character.isLetterOrDigit(text.charAt(i))) {
        end = wordEnd(text, i);
        boolean loud = folded.isDrawnOut(i, end) || (capitalsSpeak && folded.isCapital(i, end));
        String form = text.substring(i, end);
        int start = folded.place(i);
        units.add(
            namesSpeak && folded.isName(i, end) && !opensSentence(units)
                ? Unit.mark(start, folded.place(end), form, LexiconEntry.WORD)
                : word(form, start, folded.place(end), loud, lemmas));
      } else {
        mark(text, i, folded, units);
      }
      i = end;
    }
    return units;
  }

  private static boolean opensSentence(List<Unit> units) {
    return units.isEmpty() || units.get(units.size() - 1).isSymbol();
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i))
            || (isInside(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i + 1))))) {
      i++;
    }
    return i;
  }

  private static boolean isInside(char c) {
    return c == '\'' || c == '-' || c == '/';
  }

  private static void mark(String text, int at, Folded folded, List<Unit> units) {
    LexiconEntry entry =
        switch (text.charAt(at)) {
          case '.', '\n', '\r' -> LexiconEntry.STOP;
          case '!' -> LexiconEntry.SHOUT;
          case '?' -> LexiconEntry.ASKED;
          case ',', ';', ':', '(', ')', '"', '\u2014', '\u2013' -> LexiconEntry.PAUSE;
          default -> LexiconEntry.WORD;
        };
    if (entry.role() != Role.WORD) {
      units.add(
          Unit.mark(folded.place(at), folded.place(at + 1), text.substring(at, at + 1), entry));
    }
  }

  private static Unit word(
      String form, int start, int end, boolean loud, UnaryOperator<String> lemmas) {
    return Unit.word(start, end, form, lemmas.apply(form), loud);
  }

  /** The first form without an ending that the lexicon knows, else the word as it is. */
  static String lemma(String form, Predicate<String> known) {
    for (String[] ending : ENDINGS) {
      if (form.length() >= ending[0].length() + SHORTEST && form.endsWith(ending[0])) {
        String stem = form.substring(0, form.length() - ending[0].length());
        if (known.test(stem + ending[1])) {
          return stem + ending[1];
        }
        if (isDoubled(stem) && known.test(stem.substring(0, stem.length() - 1))) {
          return stem.substring(0, stem.length() - 1);
        }
      }
    }
    String once = undoubled(form);
    return known.test(once) ? once : form;
  }

  private static boolean isDoubled(String stem) {
    int last = stem.length() - 1;
    return last > 1 && stem.charAt(last) == stem.charAt(last - 1);
  }

  /** "soo" and "baad" are "so" and "bad", drawn out. */
  private static String undoubled(String form) {
    StringBuilder once = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      if (i == 0 || form.charAt(i) != form.charAt(i - 1)) {
        once.append(form.charAt(i));
      }
    }
    return once.toString();
  }
}
