package io.kizashi.text.learning;

import io.kizashi.schema.LearningBounds;

/**
 * Answers and the sum of their valences.
 *
 * @param answers how many
 * @param sum in {@link LearningBounds#VALENCE_UNITS}
 */
record AnswerSum(long answers, long sum) {
  static final AnswerSum NONE = new AnswerSum(0, 0);

  /** One answer. */
  static AnswerSum of(double valence) {
    return new AnswerSum(1, Math.round(valence * LearningBounds.VALENCE_UNITS));
  }

  AnswerSum plus(AnswerSum other) {
    return new AnswerSum(answers + other.answers, sum + other.sum);
  }

  /** The mean valence, −1 … 1; 0 of none. */
  double mean() {
    return answers == 0 ? 0 : (double) sum / answers / LearningBounds.VALENCE_UNITS;
  }
}
