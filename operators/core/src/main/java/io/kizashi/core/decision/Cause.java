package io.kizashi.core.decision;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Utf8Order;

/**
 * What a decision is taken on: a touchpoint that completes a moment, or a deadline.
 *
 * @param time milliseconds since the epoch
 * @param deadline whether time itself is the cause; it comes after all touchpoints of its time
 * @param trigger the touchpoint's id, or the deadline in words
 */
public record Cause(long time, boolean deadline, String trigger) implements Comparable<Cause> {
  /** A touchpoint as the cause. */
  public static Cause touchpoint(long time, String id) {
    return new Cause(time, false, id);
  }

  /** A deadline as the cause. */
  public static Cause deadline(long time) {
    return new Cause(time, true, "deadline/" + Rfc3339.format(time));
  }

  @Override
  public int compareTo(Cause other) {
    int byTime = Long.compare(time, other.time);
    if (byTime != 0) {
      return byTime;
    }
    int byKind = Boolean.compare(deadline, other.deadline);
    return byKind != 0 ? byKind : Utf8Order.compare(trigger, other.trigger);
  }
}
