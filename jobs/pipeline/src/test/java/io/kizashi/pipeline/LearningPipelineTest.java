package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.LearnedLexicon;
import io.kizashi.schema.LearnedLexiconJson;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that learns on a real broker, is stopped and goes on, with learning and without. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LearningPipelineTest {
  /** The story's last epoch in which somebody answered. */
  private static final long LAST = LearnedLexicon.epoch(LearningStory.END) - 1;

  /** The engine reads the loop beside touchpoints: of so many some come after what it told. */
  private static final int MANY = 2_000;

  private final Path folder;

  LearningPipelineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatWasLearnedCountsIsNamedIsKeptOverARestartAndCanBeSwitchedOff() throws Exception {
    try (Broker broker = new Broker(folder.resolve("broker"));
        KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      broker.createTopics("");
      List<String> learned;
      try (Job job = new Job(config(broker, "on"), LearningStory.RULES, Optional.empty())) {
        LearningStory.lines().forEach(line -> send(producer, line));
        for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
          byte[] proof = TouchpointJson.encodeHeartbeat(LearningStory.LATER);
          broker.send("touchpoints", partition, proof);
        }
        learned = texts(broker.await("loop", record -> isLast(record.value())));
        for (int i = 0; i < MANY; i++) {
          say(producer, "later-" + i, LearningStory.HEAVY);
        }
        awaitRecommendation(broker, "later-", LAST);
        job.awaitNextCheckpoint();
      }
      try (Job job = new Job(config(broker, "on"), LearningStory.RULES, newest(broker))) {
        say(producer, "again", LearningStory.HEAVY);
        String again = awaitRecommendation(broker, "again", LAST);
        assertThat(LearningStory.replayed(folder, withAgain(), learned)).contains(again);
        job.awaitNextCheckpoint();
      }
      try (Job job = new Job(config(broker, "off"), LearningStory.RULES, newest(broker))) {
        say(producer, "off-1", LearningStory.HEAVY);
        say(producer, "off-2", "最悪の対応でした。");
        assertThat(awaitMoment(broker, "off-2")).noneMatch(moment -> moment.contains("off-1"));
        awaitRecommendation(broker, "off-2", 0);
        assertThat(job.isRunning()).isTrue();
      }
    }
  }

  /** Whether it is the lexicon of the story's last epoch. */
  private static boolean isLast(byte[] record) {
    LearnedLexicon lexicon = LearnedLexiconJson.decode(record).orElseThrow();
    assertThat(lexicon.shift("重い")).isBetween(-0.3, -0.02);
    return lexicon.epoch() == LAST;
  }

  private static List<String> withAgain() {
    List<String> events = new ArrayList<>(LearningStory.lines());
    events.add(LearningStory.said("again", LearningStory.LATER, LearningStory.HEAVY));
    return events;
  }

  private static void say(KafkaProducer<byte[], byte[]> producer, String customer, String text) {
    send(producer, LearningStory.said(customer, LearningStory.LATER, text));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, String touchpoint) {
    // One partition keeps the order in which things are said.
    var unused =
        producer.send(new ProducerRecord<>("touchpoints", 1, null, touchpoint.getBytes(UTF_8)));
    producer.flush();
  }

  private static List<String> awaitMoment(Broker broker, String customer) {
    return texts(broker.await("moments", record -> isOf(customer, Broker.text(record))));
  }

  /** The first one to a customer that names the lexicon of an epoch. */
  private static String awaitRecommendation(Broker broker, String customer, long epoch) {
    List<String> told =
        texts(
            broker.await(
                "recommendations",
                record -> {
                  String text = Broker.text(record);
                  return isOf(customer, text) && LearningStory.epoch(text) == epoch;
                }));
    return told.get(told.size() - 1);
  }

  private static boolean isOf(String customer, String text) {
    return text.contains("\"customer\":\"" + customer);
  }

  private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(Broker::text).toList();
  }

  private static KafkaProducer<byte[], byte[]> producer(Broker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private Optional<String> newest(Broker broker) {
    Optional<String> newest = LatestCheckpoint.below(StateFolder.of(config(broker, "on")).uri());
    assertThat(newest).isPresent();
    return newest;
  }

  private PipelineConfig config(Broker broker, String learning) {
    String text =
        """
        rulebook: rulebook.yaml
        parallelism: 2
        kafka: { bootstrap: '%s' }
        checkpoints: { folder: checkpoints, interval: 200ms }
        learning: %s
        """
            .formatted(broker.bootstrap(), learning);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
