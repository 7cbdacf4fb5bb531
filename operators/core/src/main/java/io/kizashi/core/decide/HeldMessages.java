package io.kizashi.core.decide;

import io.kizashi.core.eligible.Eligibility;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.review.Review;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Sends what was held when its time has come, if it still stands then. */
final class HeldMessages {
  private final InForce inForce;
  private final Rules rules;
  private final Worlds worlds;

  HeldMessages(InForce inForce, Worlds worlds) {
    this.inForce = inForce;
    this.rules = inForce.rules();
    this.worlds = worlds;
  }

  /** The proven time at which the next one is looked at, or {@link Clock#NEVER}. */
  long next(CustomerState state) {
    return due(state).min().orElse(Clock.NEVER);
  }

  /** The proven time at which the first of what has just come to wait is looked at. */
  long next(PendingOutputs outputs) {
    return due(outputs.nextHeld());
  }

  private LongStream due(CustomerState state) {
    return state.decisions().stream().filter(Decision::held).mapToLong(this::due);
  }

  /** A message is sent once all is known of the time before it. */
  private long due(Decision held) {
    return due(held.recommendation().plan().sendAt());
  }

  private long due(long sendAt) {
    return Times.plus(sendAt, rules.settings().disorder());
  }

  /** The state after all that is due up to a proven time, the one decided first coming first. */
  CustomerState act(CustomerState before, long judged, PendingOutputs outputs) {
    CustomerState state = before;
    for (Decision decision : before.decisions()) {
      if (decision.held() && due(decision) <= judged) {
        state = send(state, decision, judged, outputs);
      }
    }
    return state;
  }

  private CustomerState send(
      CustomerState state, Decision held, long judged, PendingOutputs outputs) {
    Recommendation chosen = held.recommendation();
    Optional<Recommendation> said = state.said().recommendation(chosen.id());
    if (said.isPresent() && held.guarded() && !said.get().plan().equals(chosen.plan())) {
      // It was sent before a restart: that is when its guards had ended.
      return replaced(state, held, held.waitingUntil(said.get().plan().sendAt()));
    }
    long certain = Times.minus(judged, rules.settings().disorder());
    Position sending = Position.after(chosen.plan().sendAt());
    CustomerState counted = Remembered.counted(state, sending, rules.settings().settled());
    Review review = new Review(worlds.of(state, rules), counted, inForce);
    Optional<Long> later = said.isPresent() ? Optional.empty() : review.later(held);
    if (later.isPresent()) {
      return replaced(state, held, held.waitingUntil(later.get()));
    }
    Optional<Withheld> withdrawn =
        said.isPresent() ? harm(review, chosen, sending) : review.due(held, certain);
    if (withdrawn.isPresent()) {
      outputs.takeBack(held, withdrawn.get(), state);
      return replaced(state, held, held.takenBack());
    }
    outputs.add(chosen, Mode.of(state, chosen.id()));
    return replaced(state, held, held.sent());
  }

  /**
   * The state in which what waits for guards is asked for again at a touchpoint that arrived.
   *
   * @param certain time up to which all touchpoints have arrived
   */
  CustomerState ask(CustomerState state, Touchpoint arrived, long certain, PendingOutputs outputs) {
    if (state.decisions().stream().noneMatch(Decision::guarded)) {
      return state;
    }
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : state.decisions()) {
      decisions.add(decision.guarded() ? asked(decision, arrived, certain, outputs) : decision);
    }
    return state.withDecisions(decisions);
  }

  private static Decision asked(
      Decision waiting, Touchpoint arrived, long certain, PendingOutputs outputs) {
    Recommendation chosen = waiting.recommendation();
    long asked = Math.max(certain, chosen.decidedAt());
    long next = Eligibility.asked(chosen.plan().sendAt(), arrived, asked);
    outputs.hold(next);
    return waiting.waitingUntil(next);
  }

  /** What was sent before a restart stands, but for what arrived since and speaks against it. */
  private Optional<Withheld> harm(Review review, Recommendation said, Position sending) {
    return rules.policies().spare() ? review.harm(said, sending) : Optional.empty();
  }

  private static CustomerState replaced(CustomerState state, Decision one, Decision other) {
    List<Decision> decisions = new ArrayList<>(state.decisions());
    decisions.set(decisions.indexOf(one), other);
    return state.withDecisions(decisions);
  }
}
