package io.kizashi.lab.generate;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.kafka.common.utils.Utils;

/**
 * A touchpoint on its way.
 *
 * @param at when its partition takes it in
 * @param sent when its source sent it; earlier than {@code at} where the partition stood still
 */
record DelayedTouchpoint(long at, long sent, int partition, Touchpoint touchpoint)
    implements Comparable<DelayedTouchpoint> {
  private static final Comparator<DelayedTouchpoint> ORDER =
      Comparator.comparingLong(DelayedTouchpoint::at)
          .thenComparingLong(DelayedTouchpoint::sent)
          .thenComparing(arrival -> arrival.touchpoint().id());

  static DelayedTouchpoint of(Touchpoint touchpoint, long sent, Pauses pauses) {
    int partition = partition(touchpoint.cameUnder());
    return new DelayedTouchpoint(pauses.arrival(partition, sent), sent, partition, touchpoint);
  }

  /** As Kafka's producers choose it. */
  private static int partition(CustomerKey who) {
    return Utils.toPositive(Utils.murmur2(who.id().getBytes(StandardCharsets.UTF_8)))
        % DayPlan.PARTITIONS;
  }

  @Override
  public int compareTo(DelayedTouchpoint other) {
    return ORDER.compare(this, other);
  }
}
