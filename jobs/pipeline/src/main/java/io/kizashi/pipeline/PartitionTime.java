package io.kizashi.pipeline;

import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.TimeSources;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Time of one partition: the least, over the sources that are waited for, of the newest time that
 * each has proven there.
 *
 * <p>A finite source that has ended, and one that is retired, is waited for no more, or the time at
 * which a backfill ended would hold up all that go on. What it proved counts when nobody is left.
 */
final class PartitionTime {
  /** Nothing has been proven yet. */
  static final long UNPROVEN = Long.MIN_VALUE;

  /** Where nobody is declared, all are one. */
  private static final String ANYBODY = "";

  private final TimeSources sources;
  private final Map<String, Long> waitedFor = new HashMap<>();
  private long ended = UNPROVEN;

  /**
   * Nothing is proven.
   *
   * @param retired declared sources that are not waited for from the beginning
   */
  PartitionTime(TimeSources sources, Set<String> retired) {
    this.sources = sources;
    sources.declared().forEach(source -> waitedFor.put(source, UNPROVEN));
    waitedFor.keySet().removeAll(retired);
    if (sources.declared().isEmpty()) {
      waitedFor.put(ANYBODY, UNPROVEN);
    }
  }

  /** Takes a heartbeat, and returns what is proven then, milliseconds since the epoch. */
  long after(Heartbeat heartbeat) {
    boolean isOneOfMany = sources.declared().contains(heartbeat.source());
    if (isOneOfMany && isLast(heartbeat)) {
      waitedFor.remove(heartbeat.source());
      ended = Math.max(ended, heartbeat.time());
    } else if (sources.count(heartbeat.source())) {
      waitedFor.computeIfPresent(
          isOneOfMany ? heartbeat.source() : ANYBODY,
          (source, newest) -> Math.max(newest, heartbeat.time()));
    }
    return waitedFor.values().stream().mapToLong(Long::longValue).min().orElse(ended);
  }

  private boolean isLast(Heartbeat heartbeat) {
    return switch (heartbeat.meaning()) {
      case TIME -> false;
      case END -> sources.finite().contains(heartbeat.source());
      case RETIRED -> true;
    };
  }
}
