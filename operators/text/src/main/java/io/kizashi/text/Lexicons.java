package io.kizashi.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Puts the lexicons together from their resources. */
final class Lexicons {
  private static final Pattern COMMA = Pattern.compile(",\\s*");
  private static final Pattern JAPANESE_COMMA = Pattern.compile("、");
  private static final Pattern TAB = Pattern.compile("\t");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z'-]*");

  /** VADER's faces without those that are figures to others: in 「(10%)」 nobody smiles. */
  private static final Pattern FACE = Pattern.compile("[^a-zA-Z0-9 %$&][^ %$&]+");

  /** VADER rates from −4 to 4. */
  private static final double VADER_SCALE = 4;

  private Lexicons() {}

  static Symbols symbols(boolean withVader) {
    Symbols symbols = new Symbols();
    symbols.read("symbols.txt");
    for (String[] line : withVader ? vader() : List.<String[]>of()) {
      if (FACE.matcher(line[0]).matches()) {
        symbols.add(line[0], vaderEntry(line));
      }
    }
    return symbols;
  }

  static Lexicon english(boolean withVader) {
    Lexicon lexicon = new Lexicon();
    LexiconFile.read("en.txt", COMMA, (word, entry) -> lexicon.add(englishWords(word), entry));
    if (withVader) {
      Set<String> pruned = Set.copyOf(LexiconFile.lines("vader.pruned.txt"));
      for (String[] line : vader()) {
        if (WORD.matcher(line[0]).matches() && !pruned.contains(line[0])) {
          lexicon.add(List.of(Set.of(line[0])), vaderEntry(line));
        }
      }
    }
    return lexicon;
  }

  private static List<Set<String>> englishWords(String phrase) {
    return EnglishUnits.of(phrase, Folded.of(phrase), UnaryOperator.identity()).stream()
        .filter(Unit::open)
        .map(unit -> Set.of(unit.form()))
        .toList();
  }

  static Lexicon japanese() {
    Lexicon lexicon = new Lexicon();
    LexiconFile.read(
        "ja.txt", JAPANESE_COMMA, (word, entry) -> lexicon.add(japaneseWords(word, entry), entry));
    return lexicon;
  }

  /** Words of grammar count as they are written: すごく strengthens, すごい praises. */
  private static List<Set<String>> japaneseWords(String phrase, LexiconEntry entry) {
    List<Unit> units =
        JapaneseUnits.of(phrase, Folded.of(phrase)).stream().filter(Unit::open).toList();
    boolean asWritten = entry.role() != Role.FEELING && entry.role() != Role.SHIFT;
    if (units.size() == 1 && asWritten && !units.get(0).form().equals(Morpheme.NOT)) {
      return List.of(Set.of(phrase));
    }
    // The tokenizer may see another part of speech, and so another lemma, beside other words.
    return units.stream().map(Lexicons::forms).toList();
  }

  private static Set<String> forms(Unit unit) {
    return unit.form().equals(unit.lemma())
        ? Set.of(unit.form())
        : new TreeSet<>(Set.of(unit.form(), unit.lemma()));
  }

  private static List<String[]> vader() {
    return LexiconFile.lines("vader_sentiment_lexicon.txt").stream()
        .map(line -> TAB.split(line, -1))
        .filter(line -> line.length > 1)
        .toList();
  }

  /** VADER knows no arousal: half of how strong the word is; and of feelings good and bad only. */
  private static LexiconEntry vaderEntry(String[] line) {
    double valence = Double.parseDouble(line[1]) / VADER_SCALE;
    return LexiconEntry.feeling(LexiconEntry.plainly(valence), valence, Math.abs(valence) / 2);
  }
}
