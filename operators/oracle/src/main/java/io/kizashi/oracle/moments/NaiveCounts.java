package io.kizashi.oracle.moments;

import io.kizashi.schema.Touchpoint;
import java.util.HashSet;
import java.util.Set;

/** What becomes of touchpoints: too late, known already, or part of the history. */
final class NaiveCounts {
  private final long retention;
  private final Set<String> ids = new HashSet<>();
  private CheckedEngine.Counts counts = new CheckedEngine.Counts(0, 0, 0);

  NaiveCounts(long retention) {
    this.retention = retention;
  }

  /** Whether it becomes part of the history. */
  boolean takes(Touchpoint t, long proven) {
    boolean late = proven != Long.MIN_VALUE && t.time() < proven - retention;
    boolean known = !late && !ids.add(t.id());
    counts =
        new CheckedEngine.Counts(
            counts.folded() + (late || known ? 0 : 1),
            counts.duplicates() + (known ? 1 : 0),
            counts.late() + (late ? 1 : 0));
    return !late && !known;
  }

  /** What became of all so far. */
  CheckedEngine.Counts counts() {
    return counts;
  }
}
