package io.kizashi.core.arbitrate;

import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Rfc3339;

/**
 * What a decision is taken on: a touchpoint that completes a moment, or a deadline.
 *
 * @param at the touchpoint's place, or the place after all touchpoints of the deadline's time
 */
public record Cause(Position at) implements Comparable<Cause> {
  /** What a recommendation was decided on. */
  public static Cause of(Recommendation decided) {
    Cause deadline = new Cause(Position.after(decided.decidedAt()));
    return deadline.trigger().equals(decided.trigger())
        ? deadline
        : new Cause(new Position(decided.decidedAt(), decided.trigger()));
  }

  /** Whether time alone is the cause. */
  boolean isDeadline() {
    return at.id().equals(Position.END);
  }

  /** When, milliseconds since the epoch. */
  long time() {
    return at.time();
  }

  /** The touchpoint's id, or the deadline in words. */
  String trigger() {
    return isDeadline() ? "deadline/" + Rfc3339.format(at.time()) : at.id();
  }

  @Override
  public int compareTo(Cause other) {
    return at.compareTo(other.at);
  }
}
