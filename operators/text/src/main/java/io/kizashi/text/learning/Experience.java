package io.kizashi.text.learning;

import io.kizashi.schema.LearningBounds;
import java.util.List;

/**
 * One answer and the words before it.
 *
 * @param time of the answer, milliseconds since 1970
 * @param valence of the answer, −1 … 1
 * @param words distinct ones, at least one and at most {@link LearningBounds#WORDS_AN_ANSWER}
 */
public record Experience(long time, double valence, List<String> words) {
  /** Refuses what is beyond its bounds. */
  public Experience {
    boolean many = words.isEmpty() || words.size() > LearningBounds.WORDS_AN_ANSWER;
    if (many || !(Math.abs(valence) <= 1)) {
      throw new IllegalArgumentException("an experience is beyond its bounds");
    }
    words = List.copyOf(words);
  }
}
