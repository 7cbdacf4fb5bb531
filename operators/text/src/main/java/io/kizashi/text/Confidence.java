package io.kizashi.text;

/**
 * How sure a score may be: how much there is to go by, less up to half of it for what speaks
 * against it. At the top people agree less often than that says, so a table of straight lines
 * brings it down until, of what is told with more than 0.9, nine of ten have the sign that people
 * gave them. Its bends were set on the even rows of what {@code evaluate emotion} reads, where
 * movie reviews and GoEmotions are hardest.
 */
final class Confidence {
  /** So much evidence is half of what full confidence takes. */
  private static final double HALF = 0.4;

  /** Where the lines of the table meet: as it is reckoned, and as it is told. */
  private static final double[] RECKONED = {0, 0.8, 0.96, 1};

  private static final double[] TOLD = {0, 0.8, 0.9, 1};

  private Confidence() {}

  /**
   * From 0 to 1.
   *
   * @param evidence what all felt words add, each without its sign; more than 0
   * @param sum what they add together
   */
  static double of(double evidence, double sum) {
    double agreement = Math.abs(sum) / evidence;
    return told((1 - Math.pow(2, -evidence / HALF)) * (1 + agreement) / 2);
  }

  /** The table; more than 1, as sums may be rounded, is 1. */
  static double told(double reckoned) {
    for (int i = 1; i < RECKONED.length; i++) {
      if (reckoned <= RECKONED[i]) {
        double share = (reckoned - RECKONED[i - 1]) / (RECKONED[i] - RECKONED[i - 1]);
        return TOLD[i - 1] + share * (TOLD[i] - TOLD[i - 1]);
      }
    }
    return 1;
  }
}
