package io.kizashi.schema;

/**
 * What a touchpoint says about feeling, scored by its source or by the engine.
 *
 * @param valence unpleasant −1 … 1 pleasant
 * @param arousal calm −1 … 1 excited
 * @param label the dominant emotion's name, or empty
 * @param confidence 0 … 1
 * @param source where the score comes from (voice, text, survey, …), or empty
 * @param epoch closed epoch of the {@link LearnedLexicon} by which the engine read the words; 0
 *     where it went by none. Only the engine knows it: records of touchpoints do not hold it
 */
public record Emotion(
    double valence, double arousal, String label, double confidence, String source, long epoch) {
  /** Refuses values outside their range. */
  public Emotion {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1 && confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "emotion out of range: valence and arousal lie in -1…1, confidence in 0…1");
    }
    if (epoch < 0) {
      throw new IllegalArgumentException("emotion out of range: no epoch is before that of 1970");
    }
  }

  /** One that no learned lexicon had a part in. */
  public Emotion(double valence, double arousal, String label, double confidence, String source) {
    this(valence, arousal, label, confidence, source, 0);
  }
}
