package io.kizashi.core.detect;

import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.DetectedMoment;

/**
 * Tells whether a moment lies a short while back. It asks the touchpoints, so that it knows what is
 * due and not judged yet, and what has fallen; only of what they no longer show does it go by what
 * stands. So each run of the pattern counts, also one that {@code once-per} does not.
 *
 * <p>Costs one look of the {@link Detector} at the anchors of the rule's horizon.
 */
final class RecentMoments {
  private final World world;

  RecentMoments(World world) {
    this.world = world;
  }

  /**
   * Whether a moment of a rule lies in (place − span, place].
   *
   * @param span milliseconds
   */
  boolean within(MomentRule rule, long span, Position place) {
    long since = Times.minus(place.time(), span);
    long from = Times.minus(since, rule.pattern().horizon());
    Detector detector = new Detector(world);
    return detector.matches(rule, from).stream()
            .filter(match -> match.detectedAt() > since && !match.end().isAfter(place))
            .anyMatch(match -> holds(rule, match))
        || world.state().moments().stream()
            .filter(it -> it.moment().rule().equals(rule.name()) && isInEarnest(it))
            .filter(it -> it.moment().detectedAt() > since && !it.end().isAfter(place))
            .anyMatch(it -> !detector.covers(rule, it.anchor(), from));
  }

  private boolean holds(MomentRule rule, Match match) {
    return rule.when().test(match.captured().at(world.at(match.end())), world.misses());
  }

  private boolean isInEarnest(DetectedMoment detected) {
    return Mode.of(world.state(), detected.moment().id()) == Mode.IN_EARNEST;
  }
}
