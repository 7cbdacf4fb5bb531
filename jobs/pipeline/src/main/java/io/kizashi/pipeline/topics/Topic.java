package io.kizashi.pipeline.topics;

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
  static final String TIMESTAMPS = "message.timestamp.type";
  static final String CLEANUP = "cleanup.policy";
  static final String RETENTION = "retention.ms";
  static final String COMPACTION_LAG = "min.compaction.lag.ms";
  static final String LARGEST = "max.message.bytes";
  static final String IN_SYNC = "min.insync.replicas";

  /** With three replicas one may be away, and what was acknowledged still lies on two disks. */
  static final int REPLICAS_THAT_SURVIVE = 3;

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
    public String wire() {
      return wire;
    }
  }

  /** The settings that a broker is to be given, by Kafka's names. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    // When the broker took a record in: a source whose clock runs ahead can't vouch for itself.
    settings.put(TIMESTAMPS, "LogAppendTime");
    settings.put(CLEANUP, cleanup.wire());
    settings.put(LARGEST, Integer.toString(maxMessage));
    Optional<String> millis = retention.map(kept -> Long.toString(kept.toMillis()));
    switch (cleanup) {
      case DELETE -> settings.put(RETENTION, millis.orElse("-1"));
      case COMPACT -> {
        settings.put(RETENTION, "-1");
        millis.ifPresent(kept -> settings.put(COMPACTION_LAG, kept));
      }
    }
    return settings;
  }

  /**
   * The settings that go with a number of replicas.
   *
   * @param replicas of every partition; below 1 for the broker's default, which has its own
   */
  public Map<String, String> settings(int replicas) {
    Map<String, String> all = new HashMap<>(settings());
    if (replicas >= REPLICAS_THAT_SURVIVE) {
      all.put(IN_SYNC, "2");
    }
    return all;
  }
}
