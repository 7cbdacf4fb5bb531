package io.kizashi.flink.proof;

import io.kizashi.schema.TimeSources;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who keeps time standing: declared sources without a heartbeat since the start, by partition. Of
 * partitions in which nobody's lies it does not know.
 */
final class SilentSources {
  /** Sources beat ten times a second; whoever has not by then stands still or is gone. */
  static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private static final Logger LOG = LoggerFactory.getLogger(SilentSources.class);

  private final Set<String> waitedFor;
  private final Map<Integer, Set<String>> silent = new TreeMap<>();
  private long since = Long.MAX_VALUE;
  private boolean isTold;

  /**
   * Has heard of none.
   *
   * @param sources those that are declared
   * @param retired those of them that nobody waits for
   */
  SilentSources(TimeSources sources, Set<String> retired) {
    this.waitedFor = new HashSet<>(sources.declared());
    waitedFor.removeAll(retired);
  }

  /**
   * Takes a heartbeat.
   *
   * @param now the time of day, milliseconds since the epoch
   */
  void heard(int partition, String source, long now) {
    since = Math.min(since, now);
    silent.computeIfAbsent(partition, it -> new HashSet<>(waitedFor)).remove(source);
    if (!isTold && now - since >= PATIENCE_MILLIS && count() > 0) {
      isTold = true;
      LOG.warn("{}", text());
    }
  }

  /** How often a declared source has not been heard of in a partition. */
  int count() {
    return silent.values().stream().mapToInt(Set::size).sum();
  }

  /** For people: which sources, and where. */
  String text() {
    Map<String, Set<Integer>> bySource = new TreeMap<>();
    silent.forEach(
        (partition, names) ->
            names.forEach(
                name -> bySource.computeIfAbsent(name, it -> new TreeSet<>()).add(partition)));
    return "time stands: no heartbeat since the start of "
        + bySource
        + " (sources, and the partitions that wait for them); let each beat in every partition, or"
        + " retire it: kizashi sources retire NAME";
  }
}
