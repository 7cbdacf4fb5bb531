package io.kizashi.flink;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** One task's counts, each kept as a metric and as an accumulator. */
final class Tally {
  private final Map<Count, LongCounter> accumulators = new EnumMap<>(Count.class);
  private final Map<Count, Counter> metrics = new EnumMap<>(Count.class);

  Tally(RuntimeContext context, Count... counts) {
    for (Count count : counts) {
      LongCounter accumulator = new LongCounter();
      context.addAccumulator(count.wire(), accumulator);
      accumulators.put(count, accumulator);
      metrics.put(count, context.getMetricGroup().counter(count.wire()));
    }
  }

  /** What is counted where records are decoded. */
  static Tally ofDecoding(RuntimeContext context) {
    return new Tally(
        context,
        Count.READ,
        Count.REJECTED,
        Count.FLAWED,
        Count.UNKNOWN_FIELDS,
        Count.UNDECLARED_HEARTBEATS);
  }

  /**
   * Adds to a count.
   *
   * @throws IllegalArgumentException if the task does not keep it
   */
  void add(Count count, long more) {
    LongCounter accumulator = accumulators.get(count);
    Counter metric = metrics.get(count);
    if (accumulator == null || metric == null) {
      throw new IllegalArgumentException(
          count + " is not counted here; name it in the constructor");
    }
    accumulator.add(more);
    metric.inc(more);
  }
}
