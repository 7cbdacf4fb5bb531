package io.kizashi.core.detection;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which touchpoints of a history fit which steps of a rule. A condition that reads no captured
 * touchpoint is asked once for each; the attempts of a long history would ask it again and again.
 */
final class Fits {
  private final List<Step.Fit> wanted;
  private final Optional<Integer> unless;
  private final List<Touchpoint> history;
  private final Misses misses;
  private final BitSet asked;
  private final BitSet fitting;

  Fits(MomentRule rule, List<Touchpoint> history, Misses misses) {
    this.wanted =
        Stream.concat(rule.steps().stream().map(Step::fit), rule.unless().stream()).toList();
    this.unless = rule.unless().map(fit -> rule.steps().size());
    this.history = history;
    this.misses = misses;
    this.asked = new BitSet(wanted.size() * history.size());
    this.fitting = new BitSet(wanted.size() * history.size());
  }

  /** The first touchpoint behind an anchor that its rule's {@code unless} names. */
  Optional<Position> exception(int anchor, Bindings captured) {
    return unless.flatMap(
        number ->
            IntStream.range(anchor + 1, history.size())
                .filter(i -> test(number, i, captured))
                .mapToObj(i -> history.get(i).position())
                .findFirst());
  }

  /** Whether the touchpoint at an index fits any step, or would for some captures. */
  boolean mayFitAny(int index) {
    return IntStream.range(0, wanted.size())
        .anyMatch(
            number ->
                wanted.get(number).where().readsOnlyEvent()
                    ? test(number, index, Bindings.none())
                    : wanted.get(number).isOfType(history.get(index)));
  }

  /** Whether the touchpoint at an index fits a step, given what was captured before it. */
  boolean test(int step, int index, Bindings captured) {
    Step.Fit fit = wanted.get(step);
    Touchpoint touchpoint = history.get(index);
    if (!fit.isOfType(touchpoint)) {
      return false;
    }
    if (!fit.where().readsOnlyEvent()) {
      return fit.test(touchpoint, captured, misses);
    }
    int cell = step * history.size() + index;
    if (!asked.get(cell)) {
      asked.set(cell);
      fitting.set(cell, fit.test(touchpoint, Bindings.none(), misses));
    }
    return fitting.get(cell);
  }
}
