package io.kizashi.text;

import io.kizashi.schema.Emotion;
import io.kizashi.schema.ReservedTypes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a customer's score in a survey tells.
 *
 * @param valence −1 … 1
 */
record SurveyAnswer(double valence) {
  /** Of the touchpoints that hold one. */
  static final String TYPE = ReservedTypes.SURVEY_ANSWERED;

  private static final String SOURCE = "survey";

  /** What a score tells is meant, but it is one figure for a whole experience. */
  private static final double CONFIDENCE = 0.7;

  /** Empty if there is no score on a scale that is known. */
  static Optional<SurveyAnswer> in(Map<String, Object> properties, boolean isJapanese) {
    OptionalDouble score = number(properties, "score");
    OptionalDouble baseline = number(properties, "baseline");
    if (score.isEmpty() || !(properties.get("question") instanceof String question)) {
      return Optional.empty();
    }
    OptionalDouble valence =
        Survey.of(question)
            .map(survey -> survey.curve(isJapanese))
            .map(curve -> baseline.isPresent() ? curve.rebased(baseline.getAsDouble()) : curve)
            .map(curve -> curve.at(score.getAsDouble()))
            .orElse(OptionalDouble.empty());
    return valence.isPresent()
        ? Optional.of(new SurveyAnswer(valence.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble number(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof Double value
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /**
   * The score alone, or the mean of score and comment, each by its confidence. Of excitement only a
   * comment tells, and of a feeling's name a comment that agrees with the whole. Only a comment is
   * read by a lexicon.
   */
  Emotion emotion(Optional<Emotion> comment) {
    double weight = comment.map(Emotion::confidence).orElse(0.0);
    double said = comment.map(Emotion::valence).orElse(0.0);
    double mean = (CONFIDENCE * valence + weight * said) / (CONFIDENCE + weight);
    String label =
        comment
            .filter(words -> words.valence() * mean > 0)
            .map(Emotion::label)
            .filter(name -> !name.isEmpty())
            .orElse(LexiconEntry.plainly(mean).label());
    double arousal = comment.map(Emotion::arousal).orElse(0.0);
    boolean isNeither = Math.abs(mean) < Total.NEUTRAL;
    long epoch = comment.map(Emotion::epoch).orElse(0L);
    return new Emotion(mean, arousal, isNeither ? "" : label, CONFIDENCE, SOURCE, epoch);
  }
}
