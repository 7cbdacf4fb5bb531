package io.kizashi.cli.check;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Touchpoint;
import java.util.List;

/** How a customer feels, by what was said and how long ago. */
record Feeling(double valence, double arousal, double confidence) {
  private static final double HALF_LIFE = 30 * 60_000;
  private static final double KAPPA = 0.5;

  static Feeling of(List<Touchpoint> seen, long now) {
    double valence = 0;
    double arousal = 0;
    double confidence = 0;
    for (Touchpoint touchpoint : seen) {
      if (speaks(touchpoint)) {
        Emotion emotion = touchpoint.emotion().orElseThrow();
        double weight = emotion.confidence() * Math.pow(2, -(now - touchpoint.time()) / HALF_LIFE);
        valence += weight * emotion.valence();
        arousal += weight * emotion.arousal();
        confidence += weight;
      }
    }
    double all = KAPPA + confidence;
    return new Feeling(valence / all, arousal / all, confidence / all);
  }

  /** Only what the customer says counts. */
  static boolean speaks(Touchpoint touchpoint) {
    return touchpoint.emotion().isPresent() && touchpoint.actor() == Actor.CUSTOMER;
  }
}
