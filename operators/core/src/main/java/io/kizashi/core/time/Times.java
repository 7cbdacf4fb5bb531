package io.kizashi.core.time;

import io.kizashi.schema.Time;

/** Arithmetic of times that stops at the ends of time instead of turning over. */
public final class Times {
  private Times() {}

  /** {@code time + span}. */
  public static long plus(long time, long span) {
    long sum = time + span;
    return ((time ^ sum) & (span ^ sum)) < 0 ? (time < 0 ? Time.FROM_EVER : Time.NEVER) : sum;
  }

  /** {@code time − span}, for a span that is not negative. */
  public static long minus(long time, long span) {
    long difference = time - span;
    return difference > time ? Time.FROM_EVER : difference;
  }
}
