package io.kizashi.oracle.decisions;

import io.kizashi.core.decide.Verdict;
import io.kizashi.core.rules.Rules;
import io.kizashi.oracle.story.CoreLoop;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The engine's core, told a story as its shell would: through the bytes of its state. */
final class CoreDriver {
  private final Rules rules;
  private final CoreLoop loop;
  private final List<Touchpoint> folded = new ArrayList<>();
  private final List<Emitted> emitted = new ArrayList<>();
  private final Set<String> moments = new HashSet<>();
  private final TraceLog log = new TraceLog();

  CoreDriver(Rules rules, List<Pause.Target> pauses) {
    this.rules = rules;
    this.loop = new CoreLoop(rules, pauses, this::act);
  }

  private CoreDriver(CoreDriver before, Rules others, CustomerState other) {
    this.rules = others;
    this.loop = before.loop.with(others, other, this::act);
  }

  /** One that goes on from here by other rules, or with another customer. */
  CoreDriver with(Rules others, CustomerState other) {
    return new CoreDriver(this, others, other);
  }

  /** The rules that it follows. */
  Rules rules() {
    return rules;
  }

  /**
   * Something that went out.
   *
   * @param now the time that was proven then
   */
  record Emitted(Recommendation recommendation, long now) {}

  /** All of it, up to the end of time. */
  CoreDriver tell(List<PolicyStory.Delivery> deliveries) {
    for (PolicyStory.Delivery delivery : deliveries) {
      proven(delivery.clock());
      arrives(delivery.touchpoint());
    }
    proven(Long.MAX_VALUE - 1);
    return this;
  }

  /** A touchpoint arrives. */
  CoreDriver arrives(Touchpoint touchpoint) {
    if (loop.arrives(touchpoint) == Verdict.Fate.FOLDED) {
      folded.add(touchpoint);
    }
    return this;
  }

  /** Time is proven; it never goes back. */
  void proven(long time) {
    loop.proven(time);
  }

  private void act(CustomerState before, Verdict verdict, long now) {
    for (Moment moment : verdict.moments()) {
      if (moment.status() == Moment.Status.DETECTED) {
        moments.add(moment.id());
      } else {
        moments.remove(moment.id());
      }
    }
    verdict.recommendations().forEach(it -> emitted.add(new Emitted(it, now)));
    log.judged(before, verdict);
  }

  /** What lost on a touchpoint. */
  List<Candidate> losers(Touchpoint cause) {
    return log.losers(cause);
  }

  /** Whether a touchpoint led to an action for a moment. */
  boolean chose(Touchpoint cause, Candidate wanted) {
    return loop.state().decisions().stream()
        .map(Decision::recommendation)
        .filter(it -> it.id().equals(TakenAction.id(cause.id(), cause.time())))
        .filter(it -> it.moment().id().equals(wanted.moment()))
        .anyMatch(it -> it.plan().action().equals(wanted.action()));
  }

  /** The touchpoints that it did not refuse. */
  List<Touchpoint> folded() {
    return folded;
  }

  /** All that went out, in order. */
  List<Emitted> emitted() {
    return emitted;
  }

  /** The ids of the moments that stand. */
  Set<String> moments() {
    return moments;
  }

  /** What was decided, in order of its causes. */
  List<DecisionTrace> traces() {
    return log.traces();
  }

  /** What it knows of the customer. */
  CustomerState state() {
    return loop.state();
  }
}
