package io.kizashi.flink.customers;

import io.kizashi.schema.state.Clock;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The one timer of each customer, that of the current key. It stands where the state's wake-up says
 * and nowhere else: a second one would wake the customer for nothing, a missing one never.
 */
public final class Deadlines {
  /** Stands in every savepoint: timers under another name would never ring. */
  public static final String NAME = "deadlines";

  private final InternalTimerService<VoidNamespace> timers;

  /** Over the timers of a task. */
  public Deadlines(InternalTimerService<VoidNamespace> timers) {
    this.timers = timers;
  }

  /** Proven time, milliseconds since the epoch; {@link Long#MIN_VALUE} while none is. */
  public long now() {
    return timers.currentWatermark();
  }

  /**
   * Moves the current customer's timer.
   *
   * @param from where it stands, or {@link Clock#NEVER}
   * @param to where it is to stand, or {@link Clock#NEVER} for nowhere
   */
  public void move(long from, long to) {
    if (from == to) {
      return;
    }
    if (from != Clock.NEVER) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, from);
    }
    if (to != Clock.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, to);
    }
  }
}
