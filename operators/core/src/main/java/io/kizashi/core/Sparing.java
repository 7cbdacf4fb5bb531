package io.kizashi.core;

import io.kizashi.core.decision.Cause;
import io.kizashi.core.detection.Guards;
import io.kizashi.core.detection.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.succession.Term;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.List;

/** Takes back what a guard would have kept back, had all been known that arrived since. */
final class Sparing {
  private final Term term;
  private final Touchpoint arrived;
  private final Misses misses;

  Sparing(Term term, Touchpoint arrived, Misses misses) {
    this.term = term;
    this.arrived = arrived;
    this.misses = misses;
  }

  /** The state in which nothing stands that the term's guards suppress. */
  CustomerState act(CustomerState state, Effects effects) {
    List<Decision> decisions = state.decisions();
    boolean guarded = !term.rules().guards().isEmpty();
    if (!guarded || decisions.stream().noneMatch(this::isLater)) {
      return state;
    }
    Guards guards = new Guards(World.of(state, term.rules(), misses));
    List<Decision> kept = new ArrayList<>();
    for (Decision decision : decisions) {
      Recommendation taken = decision.recommendation();
      Position at = Cause.of(taken).at();
      boolean falls = isLater(decision) && guards.suppress(taken.plan().kind(), at);
      if (falls) {
        effects.add(taken.retracted(), state.shadow().contains(taken.id()));
      }
      kept.add(falls ? decision.takenBack() : decision);
    }
    return state.withDecisions(kept);
  }

  /** Whether it was decided behind what arrived, in this term. */
  private boolean isLater(Decision decision) {
    Recommendation taken = decision.recommendation();
    boolean ofTerm = taken.decidedAt() > term.since() && taken.decidedAt() <= term.until();
    // By time first: most arrive in order, and need no place to be made.
    boolean notBefore = taken.decidedAt() >= arrived.time();
    return decision.standing()
        && ofTerm
        && notBefore
        && Cause.of(taken).at().isAfter(arrived.position());
  }
}
