package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Step;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks of moments that stand whether what they say is still so when something that answers them is
 * to leave: that nothing was ordered for half an hour is no reason to write to who has ordered
 * since.
 */
final class Continuation {
  private final World world;

  /** Of the moments in a customer's world. */
  Continuation(World world) {
    this.world = world;
  }

  /**
   * What says that a moment is over: a touchpoint behind its instant and up to a place that breaks
   * its final silence or that its rule excepts, or the condition that does not hold there any more.
   * Empty while it goes on.
   */
  Optional<String> ended(Moment moment, Position until) {
    if (until.time() <= moment.detectedAt()) {
      return Optional.empty(); // as it was judged
    }
    return world.rules().moment(moment.rule()).flatMap(rule -> ended(rule, moment, until));
  }

  private Optional<String> ended(MomentRule rule, Moment moment, Position until) {
    Condition when = rule.when();
    return ender(rule, moment, until)
        .map(touchpoint -> touchpoint.type() + " " + touchpoint.id())
        .or(
            () ->
                when.test(world.captured(moment).at(world.at(until)), new Misses())
                    ? Optional.empty()
                    : Optional.of(when.text()));
  }

  /** The first touchpoint by which a moment is over, among all that are known. */
  Optional<Touchpoint> ender(Moment moment) {
    return world
        .rules()
        .moment(moment.rule())
        .flatMap(rule -> ender(rule, moment, Position.after(Time.NEVER)));
  }

  private Optional<Touchpoint> ender(MomentRule rule, Moment moment, Position until) {
    Pattern pattern = rule.pattern();
    int last = pattern.steps().size() - 1;
    boolean isSilent = pattern.steps().get(last) instanceof Step.Absence;
    if (!isSilent && pattern.unless().isEmpty()) {
      return Optional.empty();
    }
    Bindings captured = world.captured(moment);
    Fits fits = new Fits(world, pattern);
    List<Seen> timeline = fits.timeline();
    Object matter = matter(fits, moment);
    return IntStream.range(0, timeline.size())
        .filter(i -> timeline.get(i).time() > moment.detectedAt())
        .filter(i -> !timeline.get(i).position().isAfter(until))
        .filter(i -> fits.matters().sees(matter, i))
        .filter(
            i ->
                (isSilent
                        && fits.test(last, i, captured)
                        && !isConfirmed(rule, moment, timeline.get(i)))
                    || (pattern.unless().isPresent() && fits.test(last + 1, i, captured)))
        .mapToObj(i -> timeline.get(i).view().touchpoint())
        .findFirst();
  }

  /** Whether a date is told again, as it was: profiles are often sent anew as they are. */
  private static boolean isConfirmed(MomentRule rule, Moment moment, Seen seen) {
    List<Step> steps = rule.pattern().steps();
    return steps.get(steps.size() - 1) instanceof Step.Absence silence
        && silence.isConfirmedBy(seen.view().touchpoint(), moment.detectedAt());
  }

  /** Of a moment whose anchor has left nobody knows what it was about. */
  private static Object matter(Fits fits, Moment moment) {
    List<Seen> timeline = fits.timeline();
    String anchor = moment.evidence().get(0);
    return IntStream.range(0, timeline.size())
        .filter(i -> timeline.get(i).view().touchpoint().id().equals(anchor))
        .mapToObj(fits.matters()::of)
        .findFirst()
        .orElse("");
  }
}
