package io.kizashi.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.function.ThrowingConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one topic, all its partitions, without a group and up to where it ends when it is asked to.
 * Not thread-safe.
 */
final class TopicLog implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(200);

  /** A broker that gives nothing for so long is as good as away; the task starts again. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * Asks for the topic's partitions.
   *
   * @param client properties of the client, the bootstrap among them
   * @throws IOException if the topic can't be read
   */
  TopicLog(Map<String, String> client, String topic) throws IOException {
    this.topic = topic;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
    } catch (KafkaException e) {
      consumer.close();
      throw failed(e);
    }
  }

  /** Gives out all that lies on the topic now, each partition in its order. */
  void readAll(ThrowingConsumer<ConsumerRecord<byte[], byte[]>, RuntimeException> records)
      throws IOException {
    read(Map.of(), records);
  }

  /**
   * Gives out what lies behind some offsets now, each partition in its order.
   *
   * @param from by partition; of others, and of a topic that was made anew since, all
   * @return where the partitions ended
   */
  <E extends Exception> Map<Integer, Long> read(
      Map<Integer, Long> from, ThrowingConsumer<ConsumerRecord<byte[], byte[]>, E> records)
      throws IOException, E {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      consumer.seekToBeginning(consumer.assignment());
      ends.forEach(
          (partition, end) -> {
            long first = from.getOrDefault(partition.partition(), 0L);
            if (first > 0 && first <= end) {
              consumer.seek(partition, first);
            }
          });
      readTo(ends, records);
      return byPartition(ends);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  /** The offset behind the last record, by partition; 0 where a partition holds none. */
  Map<Integer, Long> ends() throws IOException {
    try {
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
      consumer
          .beginningOffsets(consumer.assignment())
          .forEach((partition, first) -> ends.replace(partition, first, 0L));
      return byPartition(ends);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> ends) {
    Map<Integer, Long> byPartition = new HashMap<>();
    ends.forEach((partition, end) -> byPartition.put(partition.partition(), end));
    return byPartition;
  }

  private <E extends Exception> void readTo(
      Map<TopicPartition, Long> ends, ThrowingConsumer<ConsumerRecord<byte[], byte[]>, E> records)
      throws IOException, E {
    long lastRead = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> lies(end.getKey(), end.getValue()))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(partition, 0L)) {
          records.accept(record);
        }
        lastRead = System.nanoTime();
      }
      if (System.nanoTime() - lastRead > PATIENCE.toNanos()) {
        throw new IOException(
            "topic '" + topic + "' gave nothing for " + PATIENCE.toSeconds() + " s before its end");
      }
    }
  }

  private boolean lies(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  private IOException failed(KafkaException e) {
    return new IOException("topic '" + topic + "' can't be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
