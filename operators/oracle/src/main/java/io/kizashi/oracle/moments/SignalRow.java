package io.kizashi.oracle.moments;

import io.kizashi.schema.Touchpoint;
import java.util.List;

/** A touchpoint that counts, and for how much. */
record SignalRow(Touchpoint touchpoint, Object value) {
  /** What is left of 1 at a time. */
  double weight(long now, long halfLife) {
    return Math.pow(2, -(double) (now - touchpoint.time()) / halfLife);
  }

  /** The touchpoints seen that fit and have a value, in order. */
  static List<SignalRow> of(NaiveWorld world, Expr value, Expr where) {
    return world.seen().stream()
        .filter(t -> where.holds(world.about(t)))
        .flatMap(t -> value.single(world.about(t)).stream().map(v -> new SignalRow(t, v)))
        .toList();
  }
}
