package io.kizashi.flink.unread;

import io.kizashi.core.expression.Unread;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * One task's counts of what expressions could not read, kept as an accumulator and as metrics
 * {@code unread} with the labels {@code place} and {@code why}.
 */
public final class UnreadTally {
  /** Metrics of a task: a system that gathers them pays for each name. The rest are one. */
  private static final int MOST = 256;

  private static final String OTHERS = "others";

  private final UnreadCounts accumulator = new UnreadCounts();
  private final Map<Unread, Counter> metrics = new HashMap<>();
  private final Map<Unread.Why, Counter> others = new HashMap<>();
  private final MetricGroup group;

  /** The counts of the task of a context. */
  public UnreadTally(RuntimeContext context) {
    context.addAccumulator(UnreadCounts.NAME, accumulator);
    this.group = context.getMetricGroup();
  }

  /** Adds what a verdict tells of. */
  public void add(Collection<Unread> unread) {
    for (Unread one : unread) {
      accumulator.add(one);
      metric(one).inc();
    }
  }

  private Counter metric(Unread unread) {
    return metrics.containsKey(unread) || metrics.size() < MOST
        ? metrics.computeIfAbsent(unread, it -> counter(it.place(), it.why()))
        : others.computeIfAbsent(unread.why(), why -> counter(OTHERS, why));
  }

  private Counter counter(String place, Unread.Why why) {
    return group.addGroup("place", place).addGroup("why", why.wire()).counter(UnreadCounts.NAME);
  }
}
