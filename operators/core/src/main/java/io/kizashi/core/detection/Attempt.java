package io.kizashi.core.detection;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.MomentRule.Restart;
import io.kizashi.core.rulebook.Rules.Settings;
import io.kizashi.core.rulebook.Step;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;

/** One run of a rule's pattern from one anchor: later steps take the first fit, never another. */
final class Attempt {
  /** How a run ended. */
  sealed interface Outcome {
    /** Where it ends; an attempt that waits for a touchpoint without limit never does. */
    Position end();
  }

  /** All steps are met. */
  record Complete(Match match) implements Outcome {
    @Override
    public Position end() {
      return match.end();
    }
  }

  /** A step is not met, or not yet. */
  record Incomplete(Position end) implements Outcome {}

  private static final Position NEVER = Position.after(Long.MAX_VALUE);

  private final MomentRule rule;
  private final Settings settings;
  private final List<Touchpoint> history;
  private final Fits fits;
  private final List<Touchpoint> events = new ArrayList<>();
  private Bindings bindings;
  private Position at;
  private int next;
  private long judgeAt = Long.MIN_VALUE;
  private boolean byDeadline;

  private Attempt(
      MomentRule rule, Settings settings, List<Touchpoint> history, int anchor, Fits fits) {
    this.rule = rule;
    this.settings = settings;
    this.history = history;
    this.fits = fits;
    this.next = anchor + 1;
    this.at = history.get(anchor).position();
    this.events.add(history.get(anchor));
    this.bindings = Bindings.none().capture(rule.first().as(), history.get(anchor));
  }

  /** Runs the pattern from the touchpoint at index {@code anchor}, which fits the first step. */
  static Outcome run(
      MomentRule rule, Settings settings, List<Touchpoint> history, int anchor, Fits fits) {
    Attempt attempt = new Attempt(rule, settings, history, anchor, fits);
    Bindings captured = attempt.bindings;
    Outcome outcome = attempt.run();
    return fits.exception(anchor, captured)
        .filter(exception -> !exception.isAfter(outcome.end()))
        .<Outcome>map(Incomplete::new)
        .orElse(outcome);
  }

  private Outcome run() {
    for (int i = 1; i < rule.steps().size(); i++) {
      Step step = rule.steps().get(i);
      boolean met =
          step instanceof Step.Event event ? take(event, i) : pass((Step.Absence) step, i);
      if (!met) {
        return new Incomplete(at);
      }
    }
    if (settings.settled() && !byDeadline) {
      judgeAt = Math.max(judgeAt, Times.plus(at.time(), settings.disorder()));
    }
    return new Complete(new Match(events, at.time(), byDeadline, judgeAt));
  }

  /** Goes to the first fit, or to where the attempt ends for want of one. */
  private boolean take(Step.Event step, int number) {
    long until = Times.plus(at.time(), step.within());
    for (int i = next; i < history.size(); i++) {
      Touchpoint candidate = history.get(i);
      if (candidate.time() > until) {
        break;
      }
      if (candidate.position().isAfter(at) && fits.test(number, i, bindings)) {
        events.add(candidate);
        bindings = bindings.capture(step.as(), candidate);
        next = i + 1;
        byDeadline = false;
        at = candidate.position();
        return true;
      }
    }
    at = step.within() == Long.MAX_VALUE ? NEVER : Position.after(until);
    return false;
  }

  /** Goes to the deadline, or to the touchpoint that breaks the silence. */
  private boolean pass(Step.Absence step, int number) {
    long deadline = Times.plus(at.time(), step.span());
    boolean last = number == rule.steps().size() - 1;
    boolean replaceable = last && rule.restart() == Restart.LATEST;
    for (int i = next; i < history.size() && history.get(i).time() <= deadline; i++) {
      Touchpoint candidate = history.get(i);
      if (candidate.time() > at.time()
          && (fits.test(number, i, bindings)
              || (replaceable && fits.test(0, i, Bindings.none())))) {
        at = candidate.position();
        return false;
      }
    }
    byDeadline = true;
    judgeAt = Math.max(judgeAt, Times.plus(deadline, settings.disorder()));
    at = Position.after(deadline);
    return true;
  }
}
