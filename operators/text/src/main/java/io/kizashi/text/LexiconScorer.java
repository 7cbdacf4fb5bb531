package io.kizashi.text;

import io.kizashi.schema.LearnedLexicon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The built-in scorer: lexicons of customers' words and passes for grammar. Japanese by Lucene's
 * Kuromoji with the IPA dictionary; English with VADER's lexicon (MIT, Hutto and Gilbert 2014) for
 * words that this project's own does not have. Safe for use by many threads.
 */
public final class LexiconScorer implements WordScorer {
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
        new SoMuch(),
        new Irony(),
        new Emphasis(),
        GrammaticalMood.english(),
        new Marvel(),
        new Slips(),
        new Quotation(),
        ContrastPass.english(),
        new Courtesy(),
        new EnglishWaits(),
        new Murmur());
  }

  private static List<Pass> japaneseGrammar() {
    return List.of(
        new High(),
        Shift.japanese(),
        Negation.japanese(),
        new Neither(),
        new Emphasis(),
        GrammaticalMood.japanese(),
        new Quotation(),
        ContrastPass.japanese(),
        new Rivals(),
        new JapaneseWaits(),
        new Turns(),
        new Slang());
  }

  @Override
  public Optional<Scored> score(String text, String language, LearnedLexicon learned) {
    UnaryOperator<Unit> meaning =
        learned.words().isEmpty()
            ? UnaryOperator.identity()
            : unit -> ContentWords.shifted(unit, learned);
    return Total.of(read(text, language, meaning));
  }

  /**
   * The words of content that a text says: neither denied nor asked for, and in the form that
   * dictionaries have.
   */
  List<String> words(String text, String language) {
    return ContentWords.said(read(text, language, ContentWords::supposed));
  }

  private TextReading read(String text, String language, UnaryOperator<Unit> meaning) {
    Folded folded = Folded.of(OwnWords.of(text.substring(0, Math.min(text.length(), LONGEST))));
    BitSet taken = new BitSet();
    List<Unit> found = symbols.in(folded, taken);
    String words = folded.without(taken);
    return switch (Script.of(words, language)) {
      case JAPANESE ->
          passed(merged(JapaneseUnits.of(words, folded), found), japanese, meaning, japanesePasses);
      case ENGLISH ->
          passed(
              merged(EnglishUnits.of(words, folded, english::lemma), found),
              english,
              meaning,
              englishPasses);
      case OTHER -> new TextReading(found);
    };
  }

  private static TextReading passed(
      List<Unit> units, Lexicon lexicon, UnaryOperator<Unit> meaning, List<Pass> passes) {
    List<Unit> read = lexicon.read(units);
    read.replaceAll(meaning);
    TextReading reading = new TextReading(read);
    for (Pass pass : passes) {
      pass.over(reading);
    }
    return reading;
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
