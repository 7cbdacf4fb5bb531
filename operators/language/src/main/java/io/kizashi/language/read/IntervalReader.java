package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.signal.Signals;
import io.kizashi.schema.Bounds;
import java.util.OptionalLong;

/** Reads what stands beside {@code interval}: between how many touchpoints, and of which window. */
final class IntervalReader {
  private static final int LAST = 5;
  private static final int LEAST = 2;
  private static final int MOST = 50;
  private static final long SECOND = 1_000L;
  private static final long DAY = 86_400_000L;

  private IntervalReader() {}

  /** The median time between touchpoints. */
  static Signal interval(Signals.Head head, Condition where, Fields fields) {
    int last = Math.toIntExact(fields.whole("last", LEAST, MOST).orElse(LAST));
    OptionalLong within = fields.duration("within", SECOND, Bounds.SIGNAL_DAYS * DAY);
    return Signals.interval(head, where, last, within);
  }
}
