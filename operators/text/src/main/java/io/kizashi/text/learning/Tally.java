package io.kizashi.text.learning;

import io.kizashi.schema.LearningBounds;

/**
 * Answers and the sum of their valences.
 *
 * @param answers how many
 * @param sum in {@link LearningBounds#VALENCE_UNITS}
 */
record Tally(long answers, long sum) {
  static final Tally NONE = new Tally(0, 0);

  /** One answer. */
  static Tally of(double valence) {
    return new Tally(1, Math.round(valence * LearningBounds.VALENCE_UNITS));
  }

  Tally plus(Tally other) {
    return new Tally(answers + other.answers, sum + other.sum);
  }

  /** The mean valence, −1 … 1; 0 of none. */
  double mean() {
    return answers == 0 ? 0 : (double) sum / answers / LearningBounds.VALENCE_UNITS;
  }
}
