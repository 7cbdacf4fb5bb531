package io.kizashi.text;

import io.kizashi.text.Scored.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums up what the passes have left. Of many sentences the mean counts for more and the loudest for
 * less: a review is not judged by its one worst word.
 */
final class Total {
  /** VADER's α = 15 on its scale of ±4 (Hutto 2014): how soon many words come near ±1. */
  private static final double ALPHA = 15.0 / 16;

  /** VADER's .292 for an exclamation mark, on its scale of ±4; at most four count. */
  private static final double SHOUT = 0.292 / 4;

  private static final int SHOUTS = 4;

  /** Less than this is no feeling either way. */
  static final double NEUTRAL = 0.05;

  /**
   * Texts with fewer sentences that express something are plain sums. This, {@link #LOUDEST} and
   * the root in {@link #whole} are the best of a few on the even ones of VADER's Amazon reviews and
   * NYT editorials, each text as a whole.
   */
  private static final int MANY = 3;

  /** No sentence among many adds more than this: a strong word and half another. */
  private static final double LOUDEST = 1.2;

  private final TextReading reading;
  private final List<Cause> causes = new ArrayList<>();
  private int sentences;
  private double sum;
  private double tempered;
  private double evidence;
  private double arousal;

  private Total(TextReading reading) {
    this.reading = reading;
  }

  static Optional<Scored> of(TextReading reading) {
    Total total = new Total(reading);
    for (int from = 0; from < reading.size(); ) {
      int to = reading.sentenceEnd(from);
      total.sentence(from, to);
      from = to;
    }
    return total.evidence == 0 ? Optional.empty() : Optional.of(total.scored());
  }

  private void sentence(int from, int to) {
    int before = causes.size();
    double adds = 0;
    for (int i = from; i < to; i++) {
      if (reading.adds(i) != 0) {
        adds += reading.adds(i);
        add(i);
      }
    }
    if (causes.size() > before) {
      sentences++;
      sum += adds;
      tempered += adds / Math.sqrt(1 + adds * adds / (LOUDEST * LOUDEST));
    }
  }

  private void add(int i) {
    double adds = reading.adds(i);
    Unit unit = reading.unit(i);
    evidence += Math.abs(adds);
    arousal += Math.abs(adds) * unit.entry().arousal();
    causes.add(new Cause(unit.start(), unit.end(), adds));
  }

  private Scored scored() {
    double shouting = shouting();
    double whole = whole();
    double loud = whole + Math.copySign(shouting, whole);
    double valence = clamp(loud / Math.sqrt(loud * loud + ALPHA));
    Feeling feeling = Math.abs(valence) < NEUTRAL ? Feeling.NEUTRAL : dominant(whole);
    return new Scored(
        valence,
        clamp(arousal / evidence + shouting),
        feeling,
        Confidence.of(evidence, sum),
        causes,
        Passages.most(reading, whole));
  }

  /** The sum of a short text; of a long one it grows with the root of its length. */
  private double whole() {
    return sentences < MANY ? sum : tempered / Math.sqrt(sentences - MANY + 1);
  }

  private double shouting() {
    int marks = 0;
    for (int i = 0; i < reading.size() && marks < SHOUTS; i++) {
      marks += reading.role(i) == Role.SHOUT ? 1 : 0;
    }
    return marks * SHOUT;
  }

  /** The feeling with most behind it among those that agree with the whole. */
  private Feeling dominant(double whole) {
    Feeling best = Feeling.NEUTRAL;
    double most = 0;
    for (Feeling feeling : Feeling.values()) {
      double mass = mass(feeling, whole);
      if (mass > most) {
        most = mass;
        best = feeling;
      }
    }
    return best;
  }

  private double mass(Feeling feeling, double whole) {
    double mass = 0;
    for (int i = 0; i < reading.size(); i++) {
      double adds = reading.adds(i);
      if (reading.feelings[i] == feeling && adds * whole > 0) {
        mass += Math.abs(adds);
      }
    }
    return mass;
  }

  private static double clamp(double x) {
    return Math.max(-1, Math.min(1, x));
  }
}
