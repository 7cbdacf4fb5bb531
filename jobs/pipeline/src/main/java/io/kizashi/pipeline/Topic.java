package io.kizashi.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One topic of the engine.
 *
 * @param name without the installation's prefix
 * @param partitions how many
 * @param cleanup which records go
 * @param retention how long records stay; absent means for ever
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
    return Map.of(
        // When the broker took a record in: a source whose clock runs ahead can't vouch for itself.
        "message.timestamp.type",
        "LogAppendTime",
        "cleanup.policy",
        cleanup.wire(),
        "retention.ms",
        retention.map(kept -> Long.toString(kept.toMillis())).orElse("-1"),
        "max.message.bytes",
        Integer.toString(maxMessage));
  }
}
