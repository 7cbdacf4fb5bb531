package io.kizashi.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One topic of the engine.
 *
 * @param name without the installation's prefix
 * @param partitions how many
 * @param cleanup which records go
 * @param retention how long records stay, of a compacted topic those that newer ones of their key
 *     have replaced; absent means for ever, of a compacted topic until the broker compacts it
 * @param maxMessage largest record in bytes
 */
public record Topic(
    String name, int partitions, Cleanup cleanup, Optional<Duration> retention, int maxMessage) {
  /** Which records of a topic go. */
  public enum Cleanup {
    /** All but the newest of each key. */
    COMPACT("compact"),
    /** Those that are older than what is retained. */
    DELETE("delete");

    private final String wire;

    Cleanup(String wire) {
      this.wire = wire;
    }

    /** As Kafka and {@code topics.yaml} spell it. */
    String wire() {
      return wire;
    }
  }

  /** The settings that a broker is to be given, by Kafka's names. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    // When the broker took a record in: a source whose clock runs ahead can't vouch for itself.
    settings.put("message.timestamp.type", "LogAppendTime");
    settings.put("cleanup.policy", cleanup.wire());
    settings.put("max.message.bytes", Integer.toString(maxMessage));
    Optional<String> millis = retention.map(kept -> Long.toString(kept.toMillis()));
    switch (cleanup) {
      case DELETE -> settings.put("retention.ms", millis.orElse("-1"));
      case COMPACT -> {
        settings.put("retention.ms", "-1");
        millis.ifPresent(kept -> settings.put("min.compaction.lag.ms", kept));
      }
    }
    return settings;
  }
}
