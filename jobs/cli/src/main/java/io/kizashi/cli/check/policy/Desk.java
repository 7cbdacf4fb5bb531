package io.kizashi.cli.check.policy;

import io.kizashi.core.Decider;
import io.kizashi.core.Verdict;
import io.kizashi.core.decision.Withheld;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.succession.InForce;
import io.kizashi.core.succession.Succession;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The engine's core, told a story as its shell would: through the bytes of its state. */
final class Desk {
  private final InForce inForce;
  private final List<Touchpoint> taken = new ArrayList<>();
  private final List<Emitted> emitted = new ArrayList<>();
  private final Set<String> moments = new HashSet<>();
  private final List<Told> told = new ArrayList<>();
  private CustomerState state = CustomerState.EMPTY;
  private long proven = Long.MIN_VALUE;

  Desk(Rules rules, List<Pause.Target> pauses) {
    this.inForce = new InForce(Succession.of(rules), Story.CUSTOMER.text(), pauses);
  }

  /**
   * Something that went out.
   *
   * @param now the time that was proven then
   */
  record Emitted(Recommendation recommendation, long now) {}

  /** All of it, up to the end of time. */
  Desk told(List<Story.Delivery> deliveries) {
    for (Story.Delivery delivery : deliveries) {
      proven(delivery.clock());
      arrives(delivery.touchpoint());
    }
    proven(Long.MAX_VALUE - 1);
    return this;
  }

  void arrives(Touchpoint touchpoint) {
    Verdict verdict = Decider.decide(state, touchpoint, inForce, proven);
    if (verdict.fate() == Verdict.Fate.FOLDED) {
      taken.add(touchpoint);
    }
    act(verdict, proven);
  }

  void proven(long time) {
    proven = Math.max(proven, time);
    // Timers fire in order.
    while (state.clock().wakeUp() <= proven && state.clock().wakeUp() != Clock.NEVER) {
      long now = state.clock().wakeUp();
      act(Decider.wakeUp(state, inForce, now), now);
    }
  }

  private void act(Verdict verdict, long now) {
    CustomerState before = state;
    state = CustomerState.decode(verdict.state().encode());
    for (Moment moment : verdict.moments()) {
      if (moment.status() == Moment.Status.DETECTED) {
        moments.add(moment.id());
      } else {
        moments.remove(moment.id());
      }
    }
    verdict.recommendations().forEach(it -> emitted.add(new Emitted(it, now)));
    told(before, verdict);
  }

  private void told(CustomerState before, Verdict verdict) {
    Map<String, Decision> known = new HashMap<>();
    before.decisions().forEach(it -> known.put(it.recommendation().id(), it));
    for (Decision decision : verdict.state().decisions()) {
      Recommendation r = decision.recommendation();
      Decision then = known.get(r.id());
      if (then == null) {
        decided(explained(r, verdict));
      } else if (then.held() && !decision.held()) {
        told.add(Told.released(r.decidedAt(), r.trigger(), reason(r, verdict)));
      }
    }
    verdict.trace().withheld().stream()
        .filter(it -> !known.containsKey(Taken.id(it.trigger(), it.decidedAt())))
        .map(it -> Told.decided(it.decidedAt(), it.trigger(), Told.NOTHING, it.explanation()))
        .forEach(told::add);
  }

  /** Why it was withdrawn; empty where it was sent. */
  private static String reason(Recommendation held, Verdict verdict) {
    return verdict.trace().withheld().stream()
        .filter(it -> Taken.id(it.trigger(), it.decidedAt()).equals(held.id()))
        .map(Withheld::reason)
        .findFirst()
        .orElse("");
  }

  private static Recommendation explained(Recommendation decided, Verdict verdict) {
    return verdict.recommendations().stream()
        .filter(it -> it.id().equals(decided.id()))
        .findFirst()
        .orElse(decided);
  }

  private void decided(Recommendation r) {
    // What is taken back in the same breath never said why.
    r.reasoning()
        .ifPresent(
            why -> {
              String plan = Told.plan(r.plan(), r.moment().id(), why.score().total());
              told.add(Told.decided(r.decidedAt(), r.trigger(), plan, why.explanation()));
            });
  }

  /** The touchpoints that it did not refuse. */
  List<Touchpoint> taken() {
    return taken;
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
  List<Told> told() {
    return told.stream().sorted().toList();
  }

  /** What it knows of the customer. */
  CustomerState state() {
    return state;
  }
}
