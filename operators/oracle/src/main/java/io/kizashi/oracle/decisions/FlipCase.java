package io.kizashi.oracle.decisions;

import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Touchpoint;

/** A loser and the number that would have helped it. */
record FlipCase(CoreDriver before, Touchpoint cause, Candidate loser, Flip flip) {
  /** Of two scores that are this close the later name loses: nothing lies half way to more. */
  private static final double TIE = 1e-5;

  /** The number half way there. */
  double half() {
    double half = flip.from() + (flip.to() - flip.from()) / 2;
    return flip.what().equals("limit") || flip.what().equals("expires") ? Math.floor(half) : half;
  }

  /** Whether nothing lies half way. */
  boolean isTie() {
    return Math.abs(flip.to() - flip.from()) <= TIE * Math.max(1, Math.abs(flip.to()));
  }
}
