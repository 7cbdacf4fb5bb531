package io.kizashi.core.decide;

import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.function.UnaryOperator;

/**
 * How far a verdict has come.
 *
 * @param state as it is by now
 * @param next proven time at which something more will be judged, or {@link Clock#NEVER}
 */
record Judged(CustomerState state, long next) {
  /** Another state, of which the same falls due. */
  Judged with(UnaryOperator<CustomerState> change) {
    return new Judged(change.apply(state), next);
  }

  /** The same state, of which something is judged at a time at the latest. */
  Judged waking(long deadline) {
    return new Judged(state, Math.min(next, deadline));
  }

  /** The state, with a clock that says so. */
  CustomerState at(long judgedUntil) {
    return state.withClock(new Clock(judgedUntil, next));
  }
}
