package io.kizashi.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The built-in scorer: lexicons of customers' words and passes for grammar. Japanese by Lucene's
 * Kuromoji with the IPA dictionary; English with VADER's lexicon (MIT, Hutto and Gilbert 2014) for
 * words that this project's own does not have. Safe for use by many threads.
 */
public final class LexiconScorer implements EmotionScorer {
  /** Of a longer text the beginning counts: what it costs stays bounded. */
  private static final int LONGEST = 16 * 1024;

  private final Symbols symbols;
  private final Lexicon english;
  private final Lexicon japanese;
  private final List<Pass> englishPasses;
  private final List<Pass> japanesePasses;

  /** Reads the lexicons. */
  public LexiconScorer() {
    this(true, true);
  }

  private LexiconScorer(boolean withVader, boolean withGrammar) {
    symbols = Lexicons.symbols(withVader);
    english = Lexicons.english(withVader);
    japanese = Lexicons.japanese();
    englishPasses = withGrammar ? englishGrammar() : List.of();
    japanesePasses = withGrammar ? japaneseGrammar() : List.of();
  }

  /** The same without VADER's lexicon, to see what that is worth. */
  public static LexiconScorer withOwnLexiconOnly() {
    return new LexiconScorer(false, true);
  }

  /** The same without negation, contrast and the rest, to see what those are worth. */
  public static LexiconScorer withoutGrammar() {
    return new LexiconScorer(true, false);
  }

  private static List<Pass> englishGrammar() {
    return List.of(
        Shift.english(),
        Negation.english(),
        new Emphasis(),
        Mood.english(),
        new Quotation(),
        Contrast.english());
  }

  private static List<Pass> japaneseGrammar() {
    return List.of(
        Shift.japanese(),
        Negation.japanese(),
        new Emphasis(),
        Mood.japanese(),
        new Quotation(),
        Contrast.japanese());
  }

  @Override
  public Optional<Scored> score(String text, String language) {
    Folded folded = Folded.of(text.substring(0, Math.min(text.length(), LONGEST)));
    BitSet taken = new BitSet();
    List<Unit> found = symbols.in(folded, taken);
    String words = folded.without(taken);
    return switch (Script.of(words, language)) {
      case JAPANESE ->
          total(merged(JapaneseUnits.of(words, folded), found), japanese, japanesePasses);
      case ENGLISH ->
          total(
              merged(EnglishUnits.of(words, folded, english::knows), found),
              english,
              englishPasses);
      case OTHER -> Total.of(new Reading(found));
    };
  }

  private static Optional<Scored> total(List<Unit> units, Lexicon lexicon, List<Pass> passes) {
    Reading reading = new Reading(lexicon.read(units));
    for (Pass pass : passes) {
      pass.over(reading);
    }
    return Total.of(reading);
  }

  private static List<Unit> merged(List<Unit> words, List<Unit> symbols) {
    if (symbols.isEmpty()) {
      return words;
    }
    List<Unit> all = new ArrayList<>(words.size() + symbols.size());
    all.addAll(words);
    all.addAll(symbols);
    all.sort(Comparator.comparingInt(Unit::start));
    return all;
  }
}
