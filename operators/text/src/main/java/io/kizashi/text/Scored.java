package io.kizashi.text;

import java.util.List;

/**
 * The feeling that a text expresses.
 *
 * @param valence unpleasant −1 … 1 pleasant
 * @param arousal calm −1 … 1 excited
 * @param feeling the dominant one
 * @param confidence 0 … 1: how much there is to go by, and how far it agrees
 * @param causes the words it comes from, in order; places only, never the words themselves
 */
public record Scored(
    double valence, double arousal, Feeling feeling, double confidence, List<Cause> causes) {
  /** Refuses values outside their range. */
  public Scored {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1 && confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "score out of range: valence and arousal lie in -1…1, confidence in 0…1");
    }
    causes = List.copyOf(causes);
  }

  /**
   * A word or phrase that expresses something.
   *
   * @param start of its first character in the text, in UTF-16 units
   * @param end after its last character
   * @param valence what it adds, after negation, emphasis and contrast
   */
  public record Cause(int start, int end, double valence) {}
}
