package io.kizashi.local.kafka;

import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic, all partitions, without a group. Not thread-safe. What Kafka refuses is an {@link
 * EnvironmentFault}.
 */
public final class Subscriber implements AutoCloseable {
  private static final Duration READ_WAIT = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String topic;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** From the topic's beginning. */
  public static Subscriber fromStart(String bootstrap, String topic) {
    return fromStart(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), topic);
  }

  /**
   * From the topic's beginning.
   *
   * @param client properties of the client, the bootstrap among them
   */
  public static Subscriber fromStart(Map<String, String> client, String topic) {
    Subscriber subscriber = new Subscriber(client, topic);
    subscriber.consumer.seekToBeginning(subscriber.consumer.assignment());
    return subscriber;
  }

  /**
   * What carries a timestamp from {@code since} on, and all that follows it in its partition.
   *
   * @param client properties of the client, {@code bootstrap.servers} among them
   * @param since milliseconds since the epoch; 0 for all
   * @throws EnvironmentFault if the broker can't be reached or has no such topic
   */
  public static Subscriber since(Map<String, String> client, String topic, long since) {
    requireTopic(client, topic);
    Subscriber subscriber = new Subscriber(client, topic);
    Consumer<TopicPartition> end = p -> subscriber.consumer.seekToEnd(List.of(p));
    Map<TopicPartition, Long> times = new HashMap<>();
    subscriber.consumer.assignment().forEach(partition -> times.put(partition, since));
    subscriber
        .consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, first) ->
                Optional.ofNullable(first)
                    .ifPresentOrElse(
                        at -> subscriber.consumer.seek(partition, at.offset()),
                        () -> end.accept(partition)));
    return subscriber;
  }

  /**
   * The newest records of each partition, and all that follows.
   *
   * @param client properties of the client, {@code bootstrap.servers} among them
   * @param records of a partition, as many as it has
   * @throws EnvironmentFault if the broker can't be reached or has no such topic
   */
  public static Subscriber newest(Map<String, String> client, String topic, int records) {
    requireTopic(client, topic);
    Subscriber subscriber = new Subscriber(client, topic);
    KafkaConsumer<byte[], byte[]> consumer = subscriber.consumer;
    Map<TopicPartition, Long> first =
        subscriber.asked(() -> consumer.beginningOffsets(consumer.assignment()));
    subscriber
        .asked(() -> consumer.endOffsets(consumer.assignment()))
        .forEach(
            (partition, end) ->
                consumer.seek(
                    partition, Math.max(first.getOrDefault(partition, 0L), end - records)));
    return subscriber;
  }

  /** A consumer would wait a minute for a broker that is not there, and not say so. */
  private static void requireTopic(Map<String, String> client, String topic) {
    String bootstrap = client.getOrDefault(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    try (Brokers brokers = new Brokers(bootstrap, client)) {
      int unused = brokers.partitions(topic);
    }
  }

  /** What is written from now on. */
  public static Subscriber fromNow(String bootstrap, String topic) {
    return fromNow(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), topic);
  }

  /**
   * What is written from now on.
   *
   * @param client properties of the client, the bootstrap among them
   */
  public static Subscriber fromNow(Map<String, String> client, String topic) {
    Subscriber subscriber = new Subscriber(client, topic);
    subscriber.consumer.seekToEnd(subscriber.consumer.assignment());
    // Kafka looks for the end when it is first needed, which would be later than now.
    subscriber.asked(
        () -> {
          subscriber.consumer.assignment().forEach(subscriber.consumer::position);
          return subscriber;
        });
    return subscriber;
  }

  private Subscriber(Map<String, String> client, String topic) {
    this.topic = topic;
    Map<String, Object> configuration = new HashMap<>(client);
    configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        asked(() -> consumer.partitionsFor(topic)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** How many partitions it reads. */
  public int partitions() {
    return consumer.assignment().size();
  }

  /** What has arrived; waits at most {@code patience} for the first record. */
  public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
    return asked(() -> consumer.poll(patience));
  }

  /** Gives out all that the topic holds at this moment, each partition in its order. */
  public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> ends = asked(() -> consumer.endOffsets(consumer.assignment()));
    long lastRead = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> before(end.getKey(), end.getValue()))) {
      for (ConsumerRecord<byte[], byte[]> record : poll(READ_WAIT)) {
        records.accept(record);
        lastRead = System.nanoTime();
      }
      if (System.nanoTime() - lastRead > PATIENCE.toNanos()) {
        throw new EnvironmentFault(
            "topic '" + topic + "' gave nothing for " + PATIENCE.toSeconds() + " s before its end");
      }
    }
  }

  private boolean before(TopicPartition partition, long end) {
    return asked(() -> consumer.position(partition)) < end;
  }

  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new EnvironmentFault("topic '" + topic + "' can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
