package io.kizashi.control.guard;

import java.time.Duration;
import java.util.List;

/**
 * How a text is rolled out under guard.
 *
 * @param steps percent of the customers, from 1 to 100, each more than the one before
 * @param step how long each lasts at least
 * @param patience how long a step may wait for its sample
 * @param sample touchpoints of customers under the candidate that a step needs
 * @param mostMoments per touchpoint, times the base's
 * @param mostWithheld share of what was chosen
 * @param mostRetracted share of what was issued
 * @param mostNegative outcomes per recommendation, times the base's
 */
public record GuardPlan(
    List<Integer> steps,
    Duration step,
    Duration patience,
    long sample,
    double mostMoments,
    double mostWithheld,
    double mostRetracted,
    double mostNegative) {
  private static final int EVERYBODY = 100;

  /**
   * Refuses what is no plan.
   *
   * @throws IllegalArgumentException with what is wrong, for people
   */
  public GuardPlan {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("--steps names one percentage at least");
    }
    int before = 0;
    for (int percent : steps) {
      if (percent <= before || percent > EVERYBODY) {
        throw new IllegalArgumentException(
            "--steps grow from 1 to 100, as 1,10,50,100; " + percent + " does not fit");
      }
      before = percent;
    }
    if (patience.compareTo(step) < 0) {
      throw new IllegalArgumentException("--patience is as long as --step at least");
    }
    if (!(mostMoments > 0 && mostNegative > 0 && mostWithheld >= 0 && mostRetracted >= 0)) {
      throw new IllegalArgumentException("bounds are above 0");
    }
  }
}
