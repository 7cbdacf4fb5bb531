package io.kizashi.cli.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic, all partitions, without a group. Not thread-safe. */
public final class Subscriber implements AutoCloseable {
  private static final Duration READ_WAIT = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** From the topic's beginning. */
  public static Subscriber fromStart(String bootstrap, String topic) {
    Subscriber subscriber = new Subscriber(bootstrap, topic);
    subscriber.consumer.seekToBeginning(subscriber.consumer.assignment());
    return subscriber;
  }

  /** What is written from now on. */
  public static Subscriber fromNow(String bootstrap, String topic) {
    Subscriber subscriber = new Subscriber(bootstrap, topic);
    subscriber.consumer.seekToEnd(subscriber.consumer.assignment());
    // Kafka looks for the end when it is first needed, which would be later than now.
    subscriber.consumer.assignment().forEach(subscriber.consumer::position);
    return subscriber;
  }

  private Subscriber(String bootstrap, String topic) {
    Map<String, Object> configuration =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    this.consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** What has arrived; waits at most {@code patience} for the first record. */
  public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    return consumer.poll(patience);
  }

  /** Gives out all that the topic holds at this moment, each partition in its order. */
  public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(end -> before(end.getKey(), end.getValue()))) {
      consumer.poll(READ_WAIT).forEach(records);
    }
  }

  private boolean before(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
