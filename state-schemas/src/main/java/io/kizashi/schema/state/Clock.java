package io.kizashi.schema.state;

import io.kizashi.schema.Time;

/**
 * How far a customer's deadlines are judged, and when to look again.
 *
 * @param judgedUntil every deadline whose judging time is at or before this is judged;
 *     milliseconds, {@link Time#UNPROVEN} before the first
 * @param wakeUp the registered timer, or {@link #NEVER}
 */
public record Clock(long judgedUntil, long wakeUp) {
  /** No timer is registered. */
  public static final long NEVER = Time.NEVER;

  /** Nothing is judged and nothing is pending. */
  public static final Clock START = new Clock(Time.UNPROVEN, NEVER);
}
