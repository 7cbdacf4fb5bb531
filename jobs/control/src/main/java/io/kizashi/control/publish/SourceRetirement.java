package io.kizashi.control.publish;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.TouchpointJson;

/**
 * Retires a source. First on the topic of controls, which an engine that starts reads, then by a
 * heartbeat in every partition, which one that runs reads: in this order none misses both.
 */
public final class SourceRetirement {
  private SourceRetirement() {}

  /**
   * Says it, and returns in how many partitions.
   *
   * @param now the time of day, milliseconds since the epoch
   * @throws io.kizashi.terminal.EnvironmentFault if the broker or a topic is not there
   */
  public static int say(Site site, Retirement retirement, long now) {
    site.require(Topics.TOUCHPOINTS);
    try (Controls controls = new Controls(site)) {
      controls.say(retirement);
    }
    byte[] heartbeat = TouchpointJson.encodeHeartbeat(now, retirement.source(), Meaning.RETIRED);
    int partitions = partitions(site);
    try (RulebookWriter writer = new RulebookWriter(site)) {
      for (int partition = 0; partition < partitions; partition++) {
        writer.write(Topics.TOUCHPOINTS, partition, heartbeat);
      }
    }
    return partitions;
  }

  private static int partitions(Site site) {
    String bootstrap = site.client().getOrDefault("bootstrap.servers", "");
    try (Brokers brokers = new Brokers(bootstrap, site.client())) {
      return brokers.partitions(site.topic(Topics.TOUCHPOINTS));
    }
  }
}
