package io.kizashi.text;

/** "Very", 「少し」, capitals, drawn-out letters: what makes a feeling stronger or weaker. */
final class Emphasis implements Pass {
  /** How far a booster reaches. */
  private static final int REACH = 3;

  /** A booster counts less the farther it stands off: VADER's factors 1, .95, .9 (Hutto 2014). */
  private static final double FADE = 0.05;

  /** C_INCR of VADER, .733 on its scale of ±4. */
  private static final double LOUD = 0.733 / 4;

  @Override
  public void over(TextReading reading) {
    for (int i = 0; i < reading.size(); i++) {
      if (reading.isDeniable(i) && reading.valence[i] != 0) {
        double stronger = reading.valence[i] * (1 + boost(reading, i));
        double louder = reading.unit(i).loud() ? Math.copySign(LOUD, stronger) : 0;
        reading.valence[i] = stronger + louder;
      }
    }
  }

  private static double boost(TextReading reading, int felt) {
    double boost = 0;
    for (int n = 1; n <= REACH && felt - n >= 0; n++) {
      Role role = reading.role(felt - n);
      if (role.endsClause() || role == Role.FEELING) {
        break;
      }
      if (role == Role.BOOSTER) {
        double loud = reading.unit(felt - n).loud() ? 2 : 1;
        boost += reading.entry(felt - n).value() * loud * (1 - FADE * (n - 1));
      }
    }
    return boost;
  }
}
