package io.kizashi.core.decide;

import io.kizashi.core.arbitrate.Cause;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.RulebookTerm;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.review.Review;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what would have been kept back, had all been known that arrived since: by a guard, a
 * refusal, a missing consent, or the quiet hours of where the customer really lives.
 */
final class HarmReview {
  private final InForce inForce;
  private final RulebookTerm term;
  private final Touchpoint arrived;
  private final Worlds worlds;
  private final PendingOutputs outputs;

  HarmReview(
      InForce inForce,
      RulebookTerm term,
      Touchpoint arrived,
      Worlds worlds,
      PendingOutputs outputs) {
    this.inForce = inForce;
    this.term = term;
    this.arrived = arrived;
    this.worlds = worlds;
    this.outputs = outputs;
  }

  /** The state in which nothing stands that would do harm by the term's rules. */
  CustomerState act(CustomerState state) {
    if (!term.rules().policies().spare()) {
      return state;
    }
    List<Decision> decisions = state.decisions();
    if (decisions.stream().noneMatch(this::isLater)) {
      return state;
    }
    Review review = new Review(worlds.of(state, term.rules()), state, inForce);
    List<Decision> kept = new ArrayList<>();
    for (Decision decision : decisions) {
      Optional<Withheld> harm = isLater(decision) ? harm(review, decision) : Optional.empty();
      harm.ifPresent(why -> outputs.takeBack(decision, why, state));
      kept.add(harm.isPresent() ? decision.takenBack() : decision);
    }
    return state.withDecisions(kept);
  }

  /** What is still held is looked at when it is to be sent: more may be known by then. */
  private Optional<Withheld> harm(Review review, Decision decision) {
    Recommendation taken = decision.recommendation();
    Position cause = Cause.of(taken).at();
    Optional<Withheld> decided = isBefore(cause) ? review.harm(taken, cause) : Optional.empty();
    return decided.isEmpty() && isSent(decision) ? review.harm(taken, sending(taken)) : decided;
  }

  /** Whether it was decided, or sent, behind what arrived, in this term. */
  private boolean isLater(Decision decision) {
    Recommendation taken = decision.recommendation();
    boolean ofTerm = taken.decidedAt() > term.since() && taken.decidedAt() <= term.until();
    // By time first: most arrive in order, and need no place to be made.
    return decision.standing()
        && ofTerm
        && taken.plan().sendAt() >= arrived.time()
        && (isBefore(Cause.of(taken).at()) || isSent(decision));
  }

  /** Whether it was sent, after it had waited, behind what arrived. */
  private boolean isSent(Decision decision) {
    Recommendation taken = decision.recommendation();
    return waited(taken) && !decision.held() && isBefore(sending(taken));
  }

  private boolean isBefore(Position place) {
    return place.isAfter(arrived.position());
  }

  private static boolean waited(Recommendation taken) {
    return taken.plan().sendAt() > taken.decidedAt();
  }

  private static Position sending(Recommendation taken) {
    return Position.after(taken.plan().sendAt());
  }
}
