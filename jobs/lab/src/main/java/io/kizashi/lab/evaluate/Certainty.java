package io.kizashi.lab.evaluate;

import io.kizashi.text.Scored;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often scores are right that are told with a confidence of more than 0.9.
 *
 * @param texts that are told so, of a polarity or feeling that is good, bad or none
 * @param right those whose valence has the sign of what people said; where people felt nothing,
 *     none is
 */
record Certainty(int texts, int right) {
  private static final double SURE = 0.9;

  private static final Set<String> GOOD = Set.of("positive", "joy", "trust", "anticipation");
  private static final Set<String> BAD = Set.of("negative", "anger", "disgust", "sadness", "fear");

  /** Good or bad. */
  private static final String EITHER = "surprise";

  /** Of texts and their scores, in the same order. */
  static Certainty of(List<Labelled> texts, List<Optional<Scored>> scores) {
    int sure = 0;
    int right = 0;
    for (int i = 0; i < texts.size(); i++) {
      Optional<Scored> score = scores.get(i);
      Labelled text = texts.get(i);
      if (!text.label().equals(EITHER) && score.filter(s -> s.confidence() > SURE).isPresent()) {
        sure++;
        right += score.orElseThrow().valence() * sign(text) > 0 ? 1 : 0;
      }
    }
    return new Certainty(sure, right);
  }

  private static double sign(Labelled text) {
    if (text.label().isEmpty()) {
      return text.rating();
    }
    return GOOD.contains(text.label()) ? 1 : BAD.contains(text.label()) ? -1 : 0;
  }
}
