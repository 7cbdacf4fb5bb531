package io.kizashi.core.detect;

import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.Step;
import io.kizashi.schema.Position;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a timeline fits which steps of a rule. A condition that reads no captured touchpoint is
 * asked once for each place; the attempts of a long history would ask it again and again.
 */
final class Fits {
  private final World world;
  private final Pattern pattern;
  private final List<Step.Fit> wanted;
  private final List<Seen> timeline;
  private final BitSet asked;
  private final BitSet fitting;
  private final Matters matters;

  Fits(World world, Pattern pattern) {
    this.world = world;
    this.pattern = pattern;
    this.wanted = pattern.fits().toList();
    this.timeline = world.timeline(pattern);
    this.asked = new BitSet(wanted.size() * timeline.size());
    this.fitting = new BitSet(wanted.size() * timeline.size());
    this.matters = new Matters(timeline, pattern.by());
  }

  /** All that happened, as the pattern sees it. */
  List<Seen> timeline() {
    return timeline;
  }

  Matters matters() {
    return matters;
  }

  /**
   * The first place from the instant of an anchor on that its rule's {@code unless} names.
   *
   * @param taken by the attempt itself
   */
  Optional<Position> exception(int anchor, Bindings captured, BitSet taken) {
    if (pattern.unless().isEmpty()) {
      return Optional.empty();
    }
    int number = pattern.steps().size();
    long since = timeline.get(anchor).time();
    Object matter = matters.of(anchor);
    return IntStream.range(0, timeline.size())
        .filter(i -> timeline.get(i).time() >= since && !taken.get(i))
        .filter(i -> matters.sees(matter, i) && test(number, i, captured))
        .mapToObj(i -> timeline.get(i).position())
        .findFirst();
  }

  /** Whether what stands at an index fits the first step, and so may start an attempt. */
  boolean starts(int index) {
    Step.Event first = pattern.first();
    return test(0, index, named(first, index, Bindings.none()));
  }

  /** Bindings in which a repeated step's own name stands for what is at an index. */
  Bindings named(Step.Event step, int index, Bindings captured) {
    return step.isRepeated() ? captured.capture(step.as(), timeline.get(index).view()) : captured;
  }

  /** Whether what stands at an index fits any step, or would for some captures. */
  boolean mayFitAny(int index) {
    TouchpointView view = timeline.get(index).view();
    return wanted.stream().anyMatch(fit -> fit.mayFit(view, world.misses()));
  }

  private static boolean isOfType(Step.Fit fit, Seen seen) {
    boolean isNamed = fit.type().equals(seen.type());
    return seen.isVirtual()
        ? isNamed
        : !fit.looksForSessions() && (isNamed || fit.type().equals(Step.ANY));
  }

  /** Whether what stands at an index fits a step, given what was captured before it. */
  boolean test(int step, int index, Bindings captured) {
    Step.Fit fit = wanted.get(step);
    Seen seen = timeline.get(index);
    if (!isOfType(fit, seen)) {
      return false;
    }
    if (fit.where().reads().captures()) {
      return ask(fit, seen, captured);
    }
    int cell = step * timeline.size() + index;
    if (!asked.get(cell)) {
      asked.set(cell);
      fitting.set(cell, ask(fit, seen, Bindings.none()));
    }
    return fitting.get(cell);
  }

  private boolean ask(Step.Fit fit, Seen seen, Bindings captured) {
    boolean knows = !fit.where().reads().facts().isEmpty();
    Bindings there = knows ? captured.at(world.at(seen.position())) : captured;
    return fit.test(seen.view(), there, world.misses());
  }
}
