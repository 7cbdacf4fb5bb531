package io.kizashi.local.feed;

import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Looks for others' heartbeats among the newest records of a topic: a sign that they are at it. */
final class OtherWriters {
  /** Records looked at in a partition: between them lie heartbeats of everyone who writes. */
  static final int NEWEST = 2_000;

  private OtherWriters() {}

  /**
   * Sees to it that a feed ends no stream but its own.
   *
   * @throws EnvironmentFault naming the others
   */
  static void refuse(Map<String, String> client, String topic, String source) {
    Set<String> others = new TreeSet<>();
    try (Subscriber newest = Subscriber.newest(client, topic, NEWEST)) {
      newest.readToEnd(
          record -> {
            if (decoded(record) instanceof Decoding.Heartbeat heartbeat
                && !heartbeat.source().equals(source)) {
              others.add(heartbeat.source().isEmpty() ? "(unnamed)" : heartbeat.source());
            }
          });
    }
    if (!others.isEmpty()) {
      throw new EnvironmentFault(
          "others write to topic '"
              + topic
              + "': its newest records hold heartbeats of "
              + String.join(", ", others)
              + "; feed to topics of your own (--topic-prefix), or beside them without an end"
              + " (--among-others)");
    }
  }

  private static Decoding decoded(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return TouchpointJson.decode(value, record.timestamp(), Bounds.LATEST);
  }
}
