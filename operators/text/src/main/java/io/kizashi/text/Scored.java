package io.kizashi.text;

import java.util.List;
import java.util.Optional;

/**
 * The feeling that a text expresses.
 *
 * @param valence unpleasant −1 … 1 pleasant
 * @param arousal calm −1 … 1 excited
 * @param feeling the dominant one
 * @param confidence 0 … 1: how much there is to go by, and how far it agrees
 * @param causes the words it comes from, in order; places only, never the words themselves
 * @param passage where it was told most; empty where feelings cancel each other, and if the scorer
 *     does not know
 */
public record Scored(
    double valence,
    double arousal,
    Feeling feeling,
    double confidence,
    List<Cause> causes,
    Optional<Passage> passage) {
  /** Refuses values outside their range. */
  public Scored {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1 && confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "score out of range: valence and arousal lie in -1…1, confidence in 0…1");
    }
    causes = List.copyOf(causes);
  }

  /** By a scorer that does not know where it was told most. */
  public Scored(
      double valence, double arousal, Feeling feeling, double confidence, List<Cause> causes) {
    this(valence, arousal, feeling, confidence, causes, Optional.empty());
  }

  /**
   * A word or phrase that expresses something.
   *
   * @param start of its first character in the text, in UTF-16 units
   * @param end after its last character
   * @param valence what it adds, after negation, emphasis and contrast
   */
  public record Cause(int start, int end, double valence) {}

  /**
   * Of a text's sentences, and of their halves before and after a "but", the one that did most to
   * make the whole what it is; the first of equals.
   *
   * @param start of its first character in the text, in UTF-16 units
   * @param end after its last word
   * @param valence what its words add together, of the sign that the whole has
   */
  public record Passage(int start, int end, double valence) {}
}
