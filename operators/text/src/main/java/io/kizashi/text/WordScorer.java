package io.kizashi.text;

import io.kizashi.schema.LearnedLexicon;
import java.util.Optional;

/**
 * A scorer that goes by words, and so by what they have come to mean in this deployment. What it
 * scores names the lexicon that it was given; what others score names none.
 */
public interface WordScorer extends EmotionScorer {
  /**
   * The feeling that a text expresses; the same text and lexicon always give the same score.
   *
   * @param text as {@link EmotionScorer} has it
   * @param language as {@link EmotionScorer} has it
   * @param learned what was learned from surveys; {@link LearnedLexicon#NONE} if nothing
   * @return empty if the text expresses nothing, or can't be read
   */
  Optional<Scored> score(String text, String language, LearnedLexicon learned);

  @Override
  default Optional<Scored> score(String text, String language) {
    return score(text, language, LearnedLexicon.NONE);
  }
}
