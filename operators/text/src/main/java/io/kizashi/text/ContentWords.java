package io.kizashi.text;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearningBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that learning is about: those that name things, deeds and qualities. */
final class ContentWords {
  /** So little valence tells, once grammar is done, which words it let speak; it adds nothing. */
  private static final LexiconEntry SUPPOSED = LexiconEntry.feeling(Feeling.NEUTRAL, 0.01, 0);

  private static final double HEARD =
      (double) LearningBounds.HEARD_GRAINS / LearningBounds.GRAINS_A_UNIT;

  /** No digits: what has one is a number of an order or a telephone, not a word. */
  private static final Pattern ENGLISH = Pattern.compile("[a-z][a-z'-]{2,}");

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{L}ー]*\\p{IsHan}[\\p{L}ー]*|[\\p{L}ー]{2,}");

  /** No names of people or places, no numbers, pronouns or endings. */
  private static final List<String> PARTS =
      List.of("名詞-一般", "名詞-サ変接続", "名詞-形容動詞語幹", "名詞-ナイ形容詞語幹", "動詞-自立", "形容詞-自立", "副詞-一般");

  /** Verbs that carry others, and say nothing themselves. */
  private static final Set<String> CARRIERS =
      Set.of(
          "する", "ある", "いる", "なる", "できる", "思う", "言う", "いう", "行く", "いく", "来る", "くる", "やる", "もらう",
          "くれる", "いただく", "くださる", "お願い");

  private ContentWords() {}

  private static final class English {
    static final Set<String> GRAMMAR =
        Set.copyOf(
            LexiconFile.lines("grammar.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
                .toList());
  }

  /** Whether a unit of a reading is one; words of a lexicon are if they have a feeling. */
  private static boolean isContent(Unit unit) {
    if (unit.isSymbol() || unit.lemma().length() > LearningBounds.WORD_CHARS) {
      return false;
    }
    return switch (unit.role()) {
      // A deed that deserves no praise stays one: its meaning lies in its denial.
      case FEELING -> unit.entry().value() != 0;
      case WORD -> unit.part().isEmpty() ? isEnglish(unit.lemma()) : isJapanese(unit);
      case NEGATOR,
          BOOSTER,
          SHIFT,
          CONTRAST,
          CONCESSION,
          CONDITION,
          REPROACH,
          ASKING,
          REQUEST,
          JOINER,
          AFFIRMER,
          IDLE,
          PAUSE,
          STOP,
          ASKED,
          SHOUT ->
          false;
    };
  }

  private static boolean isEnglish(String lemma) {
    return ENGLISH.matcher(lemma).matches() && !English.GRAMMAR.contains(lemma);
  }

  private static boolean isJapanese(Unit unit) {
    return PARTS.stream().anyMatch(unit.part()::startsWith)
        && JAPANESE.matcher(unit.lemma()).matches()
        && !CARRIERS.contains(unit.lemma());
  }

  /** The unit with what was learned of it. */
  static Unit shifted(Unit unit, LearnedLexicon learned) {
    double shift = learned.shift(unit.lemma());
    if (shift == 0 || !isContent(unit)) {
      return unit;
    }
    if (unit.role() == Role.FEELING) {
      return unit.meaning(unit.entry().shifted(shift));
    }
    double size = Math.abs(shift);
    return size >= HEARD
        ? unit.meaning(LexiconEntry.feeling(LexiconEntry.plainly(shift), shift, size / 2))
        : unit;
  }

  /** The unit as if it expressed something, so that grammar decides whether it speaks. */
  static Unit supposed(Unit unit) {
    return unit.role() == Role.WORD && isContent(unit) ? unit.meaning(SUPPOSED) : unit;
  }

  /** The words that speak in a reading of supposed ones, in order. */
  static List<String> said(TextReading reading) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < reading.size(); i++) {
      Unit unit = reading.unit(i);
      if (isContent(unit) && reading.adds(i) * unit.entry().value() > 0) {
        said.add(unit.lemma());
      }
    }
    return said;
  }
}
