package io.kizashi.flink.unread;

import io.kizashi.core.expression.Unread;
import java.io.Serial;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.Accumulator;

/**
 * How often which expression could not read what, and why: an accumulator of a job, by place in the
 * rulebook and then by reason. It holds no more places than the rulebooks have expressions.
 */
@SuppressWarnings("NonApiType") // an accumulator gives something serializable, and no interface is
public final class UnreadCounts
    implements Accumulator<Unread, TreeMap<String, TreeMap<String, Long>>> {
  /** The name of the accumulator and of the metrics. */
  static final String NAME = "unread";

  @Serial private static final long serialVersionUID = 1;

  private TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();

  /** What a job has accumulated; empty where everything was read. */
  public static SortedMap<String, SortedMap<String, Long>> in(Map<String, Object> results) {
    SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
    if (results.get(NAME) instanceof Map<?, ?> places) {
      places.forEach((place, reasons) -> counts.put((String) place, reasons((Map<?, ?>) reasons)));
    }
    return counts;
  }

  private static SortedMap<String, Long> reasons(Map<?, ?> counted) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    counted.forEach((reason, count) -> reasons.put((String) reason, (Long) count));
    return reasons;
  }

  @Override
  public void add(Unread unread) {
    add(unread.place(), unread.why().wire(), 1);
  }

  private void add(String place, String reason, long more) {
    counts.computeIfAbsent(place, none -> new TreeMap<>()).merge(reason, more, Long::sum);
  }

  @Override
  public TreeMap<String, TreeMap<String, Long>> getLocalValue() {
    return counts;
  }

  @Override
  public void resetLocal() {
    counts = new TreeMap<>();
  }

  @Override
  public void merge(Accumulator<Unread, TreeMap<String, TreeMap<String, Long>>> other) {
    other
        .getLocalValue()
        .forEach((place, reasons) -> reasons.forEach((why, count) -> add(place, why, count)));
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // as Flink's own accumulators do
  public UnreadCounts clone() {
    UnreadCounts copy = new UnreadCounts();
    copy.merge(this);
    return copy;
  }
}
