package io.kizashi.core.arbitrate;

import io.kizashi.core.eligible.Route;
import io.kizashi.core.eligible.Worthiness;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.schema.Recommendation.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An option as it was weighed.
 *
 * @param route the channel on which it would be done, or the one that came furthest
 * @param worth what it is worth
 * @param score the same in numbers
 * @param tier its place among the tiers, 0 first
 * @param exclusions what keeps it back, in the order of the checks; none where nothing does
 * @param near what alone keeps it back on each of the channels on which nothing else does
 * @param message its words; empty where something keeps it back
 */
record WeighedOption(
    Route route,
    Worthiness worth,
    Score score,
    int tier,
    List<Exclusion> exclusions,
    List<Exclusion> near,
    Optional<Writer.Message> message) {
  /** The best first: by tier, then by score; the rest only makes the order whole. */
  static final Comparator<WeighedOption> ORDER =
      Comparator.comparingInt(WeighedOption::tier)
          .thenComparingDouble(weighed -> -weighed.score().total())
          .thenComparing(weighed -> weighed.route().action().name())
          .thenComparing(
              weighed -> weighed.route().option().moment().detectedAt(), Comparator.reverseOrder())
          .thenComparing(weighed -> weighed.route().option().moment().id());

  /** Copies the lists. */
  WeighedOption {
    exclusions = List.copyOf(exclusions);
    near = List.copyOf(near);
  }

  boolean isEligible() {
    return exclusions.isEmpty();
  }

  /** Whether it beats doing nothing. */
  boolean isWorthIt() {
    return score.total() > 0;
  }

  /** Whether it would be done, were there no other. */
  boolean wouldDo() {
    return isEligible() && isWorthIt();
  }

  boolean isBetterThan(WeighedOption other) {
    return ORDER.compare(this, other) < 0;
  }

  boolean isSameActionAs(WeighedOption other) {
    return route.action().name().equals(other.route.action().name());
  }
}
