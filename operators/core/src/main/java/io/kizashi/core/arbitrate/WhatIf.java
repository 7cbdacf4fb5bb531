package io.kizashi.core.arbitrate;

import io.kizashi.core.eligible.Eligibility;
import io.kizashi.schema.Recommendation.Flip;
import java.util.List;
import java.util.Optional;

/** Finds the one number that would have made a loser win. */
final class WhatIf {
  private static final String EXPIRES = "expires";
  private static final String WEIGHT = "weight";

  private final Eligibility eligibility;
  private final Weighing weighing;
  private final Optional<WeighedOption> winner;
  private final List<WeighedOption> all;

  /**
   * Of one decision.
   *
   * @param eligibility what kept losers back
   * @param weighing how all were weighed
   * @param winner what was chosen
   */
  WhatIf(
      Eligibility eligibility,
      Weighing weighing,
      Optional<WeighedOption> winner,
      List<WeighedOption> all) {
    this.eligibility = eligibility;
    this.weighing = weighing;
    this.winner = winner;
    this.all = all;
  }

  /** What alone keeps a loser back, so that it would win without: over those too it sets free. */
  Optional<Flip> passing(WeighedOption loser) {
    if (loser.exclusions().size() != 1) {
      return Optional.empty();
    }
    return loser
        .exclusions()
        .get(0)
        .remedy()
        .on(
            Optional::empty,
            rule -> Optional.of(rule.flip()).filter(flip -> wins(loser, flip)),
            fact -> eligibility.flip(fact, supposed -> wins(loser, weighing.by(supposed))));
  }

  // ---- were a number of the customer's another ----

  private boolean wins(WeighedOption loser, Weighing again) {
    WeighedOption lifted = again.weigh(loser.route().option());
    return lifted.wouldDo()
        && all.stream()
            .filter(other -> !other.equals(loser))
            .noneMatch(other -> again.beats(other.route().option(), lifted));
  }

  // ---- were a number of the rules another ----

  private boolean wins(WeighedOption loser, Flip flip) {
    return loser.isWorthIt()
        && (winner.isEmpty() || loser.isBetterThan(winner.get()))
        && weighing.isWorded(loser.route())
        && all.stream().noneMatch(it -> it.isBetterThan(loser) && isFreed(it, loser, flip));
  }

  /**
   * Whether the same change lets another one pass; another action expires by a number of its own.
   */
  private boolean isFreed(WeighedOption other, WeighedOption loser, Flip change) {
    boolean shared = !change.what().equals(EXPIRES) || other.isSameActionAs(loser);
    return shared
        && other.isWorthIt()
        && other.near().stream()
            .flatMap(alone -> alone.remedy().ofRules().stream())
            .anyMatch(flip -> isReached(flip, change));
  }

  /** Whether one number reaches another on its way. */
  private static boolean isReached(Flip other, Flip change) {
    double needed = other.to() - other.from();
    double changed = change.to() - change.from();
    return other.what().equals(change.what())
        && needed * changed > 0
        && Math.abs(needed) <= Math.abs(changed);
  }

  /** What the score of one that nothing kept back lacks; no score lifts it into another tier. */
  Optional<Flip> outscoring(WeighedOption loser) {
    if (winner.filter(it -> it.tier() < loser.tier()).isPresent()) {
      return Optional.empty();
    }
    double bound =
        winner.filter(it -> it.tier() == loser.tier()).map(it -> it.score().total()).orElse(0.0);
    // The weight is the action's: it lifts what is better of the same action even more.
    return loser
        .worth()
        .above(bound)
        .filter(
            flip ->
                !flip.what().equals(WEIGHT)
                    || all.stream()
                        .filter(it -> it.isEligible() && it.isSameActionAs(loser))
                        .noneMatch(it -> it.isBetterThan(loser)));
  }
}
