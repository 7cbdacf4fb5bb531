package io.kizashi.text;

import io.kizashi.text.Scored.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums up what the passes have left. */
final class Total {
  /** VADER's α = 15 on its scale of ±4 (Hutto 2014): how soon many words come near ±1. */
  private static final double ALPHA = 15.0 / 16;

  /** VADER's .292 for an exclamation mark, on its scale of ±4; at most four count. */
  private static final double SHOUT = 0.292 / 4;

  private static final int SHOUTS = 4;

  /** Less than this is no feeling either way. */
  static final double NEUTRAL = 0.05;

  /** So much evidence is half of what full confidence takes. */
  private static final double HALF = 0.4;

  private final TextReading reading;
  private final List<Cause> causes = new ArrayList<>();
  private double sum;
  private double evidence;
  private double arousal;

  private Total(TextReading reading) {
    this.reading = reading;
  }

  static Optional<Scored> of(TextReading reading) {
    Total total = new Total(reading);
    for (int i = 0; i < reading.size(); i++) {
      total.add(i);
    }
    return total.evidence == 0 ? Optional.empty() : Optional.of(total.scored());
  }

  private void add(int i) {
    double adds = reading.adds(i);
    if (adds == 0) {
      return;
    }
    Unit unit = reading.unit(i);
    sum += adds;
    evidence += Math.abs(adds);
    arousal += Math.abs(adds) * unit.entry().arousal();
    causes.add(new Cause(unit.start(), unit.end(), adds));
  }

  private Scored scored() {
    double shouting = shouting();
    double loud = sum + Math.copySign(shouting, sum);
    double valence = clamp(loud / Math.sqrt(loud * loud + ALPHA));
    double agreement = Math.abs(sum) / evidence;
    double confidence = (1 - Math.pow(2, -evidence / HALF)) * (1 + agreement) / 2;
    Feeling feeling = Math.abs(valence) < NEUTRAL ? Feeling.NEUTRAL : dominant();
    return new Scored(valence, clamp(arousal / evidence + shouting), feeling, confidence, causes);
  }

  private double shouting() {
    int marks = 0;
    for (int i = 0; i < reading.size() && marks < SHOUTS; i++) {
      marks += reading.role(i) == Role.SHOUT ? 1 : 0;
    }
    return marks * SHOUT;
  }

  /** The feeling with most behind it among those that agree with the whole. */
  private Feeling dominant() {
    Feeling best = Feeling.NEUTRAL;
    double most = 0;
    for (Feeling feeling : Feeling.values()) {
      double mass = mass(feeling);
      if (mass > most) {
        most = mass;
        best = feeling;
      }
    }
    return best;
  }

  private double mass(Feeling feeling) {
    double mass = 0;
    for (int i = 0; i < reading.size(); i++) {
      double adds = reading.adds(i);
      if (reading.feelings[i] == feeling && adds * sum > 0) {
        mass += Math.abs(adds);
      }
    }
    return mass;
  }

  private static double clamp(double x) {
    return Math.max(-1, Math.min(1, x));
  }
}
