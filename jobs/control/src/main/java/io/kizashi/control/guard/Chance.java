package io.kizashi.control.guard;

/**
 * Whether more was counted than chance explains: the exact binomial test, one-sided.
 *
 * <p>A share is tested as it stands (Clopper and Pearson, The use of confidence or fiducial limits,
 * Biometrika 26, 1934). Two rates are compared by one of their counts, given the sum of both
 * (Przyborowski and Wilenski, Homogeneity of results in testing samples from Poisson series,
 * Biometrika 31, 1940).
 *
 * <p>The test takes every count for an event of its own. Customers who cause several, and looking
 * again and again, make false alarms more frequent than {@link #LEVEL}.
 */
final class Chance {
  /** How probable a false alarm may be, at one look. */
  static final double LEVEL = 0.01;

  /** Terms below this part of the sum change nothing that is asked. */
  private static final double NEGLIGIBLE = 1e-12;

  private Chance() {}

  /** Whether {@code count} of {@code trials} is too much for a probability. */
  static boolean exceeded(long count, long trials, double probability) {
    return probability < 1
        && count > trials * probability
        && atLeast(count, trials, probability) < LEVEL;
  }

  /**
   * Whether a rate is too high for what another allows.
   *
   * @param count how often something happened
   * @param exposure of how many it happened to
   * @param allowed how often it may happen, compared with the other rate
   */
  static boolean exceeded(
      long count, long exposure, long otherCount, long otherExposure, double allowed) {
    double own = allowed * exposure;
    return exceeded(count, count + otherCount, own / (own + otherExposure));
  }

  /** The probability of {@code count} or more among independent trials, above their mean. */
  static double atLeast(long count, long trials, double probability) {
    if (probability <= 0) {
      return count > 0 ? 0 : 1;
    }
    double odds = probability / (1 - probability);
    double term = Math.exp(logTerm(count, trials, probability));
    double sum = 0;
    for (long k = count; k <= trials && term > sum * NEGLIGIBLE; k++) {
      sum += term;
      term *= odds * (trials - k) / (k + 1);
    }
    return sum;
  }

  /** The logarithm of the probability of exactly {@code count}. */
  private static double logTerm(long count, long trials, double probability) {
    double sum = count * Math.log(probability) + (trials - count) * Math.log1p(-probability);
    long fewer = Math.min(count, trials - count);
    for (long i = 1; i <= fewer; i++) {
      sum += Math.log((double) (trials - fewer + i) / i);
    }
    return sum;
  }
}
