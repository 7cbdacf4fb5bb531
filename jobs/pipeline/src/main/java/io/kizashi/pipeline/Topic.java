package io.kizashi.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One topic of the engine.
 *
 * @param name without the installation's prefix
 * @param partitions how many
 * @param compacted whether the newest record of each key stays; else records go after retention
 * @param retention how long records stay; absent means for ever
 * @param maxMessage largest record in bytes
 */
public record Topic(
    String name, int partitions, boolean compacted, Optional<Duration> retention, int maxMessage) {
  /** The settings that a broker is to be given, by Kafka's names. */
  public Map<String, String> settings() {
    return Map.of(
        // When the broker took a record in: a source whose clock runs ahead can't vouch for itself.
        "message.timestamp.type",
        "LogAppendTime",
        "cleanup.policy",
        compacted ? "compact" : "delete",
        "retention.ms",
        retention.map(kept -> Long.toString(kept.toMillis())).orElse("-1"),
        "max.message.bytes",
        Integer.toString(maxMessage));
  }
}
