package io.kizashi.flink.proof;

import io.kizashi.schema.Decoding.Heartbeat;
import io.kizashi.schema.TimeSources;
import java.util.Set;
import org.apache.flink.metrics.MetricGroup;

/**
 * Sees all heartbeats of a task, and tells of those that do not count and those that are missing.
 */
public final class HeartbeatWatch {
  private final TimeSources sources;
  private final UndeclaredSources undeclared;
  private final SilentSources silent;

  /**
   * Has seen none.
   *
   * @param retired sources that nobody waits for
   * @param metrics of the operator
   */
  public HeartbeatWatch(TimeSources sources, Set<String> retired, MetricGroup metrics) {
    this.sources = sources;
    this.undeclared = new UndeclaredSources(sources);
    this.silent = new SilentSources(sources, retired);
    metrics.gauge("silentSources", silent::count);
  }

  /**
   * Takes a heartbeat.
   *
   * @param now the time of day, milliseconds since the epoch
   * @return whether it counts
   */
  public boolean counts(Heartbeat heartbeat, int partition, long now) {
    silent.heard(partition, heartbeat.source(), now);
    if (sources.count(heartbeat.source())) {
      return true;
    }
    undeclared.tell(heartbeat.source());
    return false;
  }
}
