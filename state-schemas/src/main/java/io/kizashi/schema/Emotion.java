package io.kizashi.schema;

/**
 * What a touchpoint says about feeling, scored by its source or by the engine.
 *
 * @param valence unpleasant −1 … 1 pleasant
 * @param arousal calm −1 … 1 excited
 * @param label the dominant emotion's name, or empty
 * @param confidence 0 … 1
 * @param source where the score comes from (voice, text, survey, …), or empty
 */
public record Emotion(
    double valence, double arousal, String label, double confidence, String source) {
  /** Refuses values outside their range. */
  public Emotion {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1 && confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "emotion out of range: valence and arousal lie in -1…1, confidence in 0…1");
    }
  }
}
