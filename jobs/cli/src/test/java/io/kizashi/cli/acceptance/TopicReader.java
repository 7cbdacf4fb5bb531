package io.kizashi.cli.acceptance;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.pipeline.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics, as a test makes and reads them. */
final class TopicReader {
  static final int PARTITIONS = 4;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private TopicReader() {}

  /** Creates what the program ships, with {@value #PARTITIONS} partitions of touchpoints. */
  static void createAll(String bootstrap, String prefix) {
    String touchpoints = prefix + Topics.TOUCHPOINTS;
    List<NewTopic> topics =
        TopicPlan.shipped(prefix, (short) 1).topics().stream()
            .map(
                topic ->
                    topic.name().equals(touchpoints)
                        ? new NewTopic(touchpoints, PARTITIONS, (short) 1).configs(topic.configs())
                        : topic)
            .toList();
    try (Brokers brokers = new Brokers(bootstrap, Map.of())) {
      brokers.create(new TopicPlan(topics));
    }
  }

  /** Every record that a topic holds now, each partition in its order. */
  static List<ConsumerRecord<byte[], byte[]>> read(String bootstrap, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Await.until(
          topic + " is read to its end",
          PATIENCE,
          () -> {
            consumer.poll(POLL).forEach(records::add);
            return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
    }
    return records;
  }

  /** What the engine has written to a topic so far. */
  static List<OutputLine> lines(String bootstrap, String topic) {
    return read(bootstrap, topic).stream().map(record -> OutputLine.of(record.value())).toList();
  }
}
