package io.kizashi.core.detection;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Touchpoint;
import java.util.BitSet;
import java.util.List;

/**
 * Which touchpoints of a history fit which steps of a rule. A condition that reads no captured
 * touchpoint is asked once for each; the attempts of a long history would ask it again and again.
 */
final class Fits {
  private final List<Step> steps;
  private final List<Touchpoint> history;
  private final Misses misses;
  private final BitSet asked;
  private final BitSet fitting;

  Fits(MomentRule rule, List<Touchpoint> history, Misses misses) {
    this.steps = rule.steps();
    this.history = history;
    this.misses = misses;
    this.asked = new BitSet(steps.size() * history.size());
    this.fitting = new BitSet(steps.size() * history.size());
  }

  /** Whether the touchpoint at an index fits a step, given what was captured before it. */
  boolean test(int step, int index, Bindings captured) {
    Step.Fit fit = steps.get(step).fit();
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
