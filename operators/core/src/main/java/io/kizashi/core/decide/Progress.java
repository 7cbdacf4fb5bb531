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
record Progress(CustomerState state, long next) {
  /** Another state, of which the same falls due. */
  Progress with(UnaryOperator<CustomerState> change) {
    return new Progress(change.apply(state), next);
  }

  /** The same state, of which something is judged at a time at the latest. */
  Progress waking(long deadline) {
    return new Progress(state, Math.min(next, deadline));
  }

  /** The state, with a clock that says so. */
  CustomerState at(long judgedUntil) {
    return state.withClock(new Clock(judgedUntil, next));
  }
}
