package io.kizashi.core.eligible;

import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.function.LongPredicate;

/**
 * When something that guards keep waiting is asked for again: at each touchpoint of the customer,
 * and at each full five minutes, since what guards ask changes by time as well. Those of an hour at
 * which they still hold, were nothing to happen, are passed over: it would be woken for nothing.
 *
 * <p>Costs one look at the guards for each time that is passed over.
 */
final class AskingTimes {
  /** Milliseconds from one time of asking to the next. */
  private static final long STEP = 5 * 60_000L;

  /** Times of asking that are looked at together: more would take too long at once. */
  private static final int STEPS = 12;

  private AskingTimes() {}

  /**
   * The next time behind one.
   *
   * @param waits whether guards hold at a time, as far as is known
   */
  static long next(CustomerState state, long time, LongPredicate waits) {
    long touched =
        state.history().touchpoints().stream()
            .mapToLong(Touchpoint::time)
            .filter(it -> it > time)
            .min()
            .orElse(Long.MAX_VALUE);
    long next = step(time);
    for (int i = 1; i < STEPS && next < touched && waits.test(next); i++) {
      next += STEP;
    }
    return Math.min(next, touched);
  }

  /**
   * The next time of something that waits until a later one, now that a touchpoint has arrived.
   *
   * @param asked time up to which all times of asking have passed, milliseconds
   */
  static long next(long later, Touchpoint arrived, long asked) {
    long soonest = arrived.time() > asked ? arrived.time() : step(asked);
    return Math.min(later, soonest);
  }

  private static long step(long time) {
    return (Math.floorDiv(time, STEP) + 1) * STEP;
  }
}
