package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.ControlJson;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asked of a running engine, and answered by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InquiryPipelineTest {
  private static final String SECRET = "客-4711";

  private final Path folder;
  private final Broker broker;

  InquiryPipelineTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker = new Broker(folder.resolve("broker"));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void oneTaskAnswersAndNothingOfTheCustomerGoesIntoLogs() throws Exception {
    broker.createTopics("ask-");
    PipelineConfig config = config("ask-", "parallelism: 2");
    try (LogCapture log = LogCapture.of(SECRET);
        Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      broker.send("ask-touchpoints", 1, SampleRecords.cart("e-1", SECRET, TEN).getBytes(UTF_8));
      broker.send("ask-controls", 0, "{\"control\":\"inquiry\",\"id\":\"x\"}".getBytes(UTF_8));
      proven("ask-", TEN + MINUTE);
      ask("ask-", "i-0", "c-2");
      awaitAnswer("ask-", "i-0", "\"found\":\"nothing\"");
      // That one shows that controls are heard; by now or a little later the touchpoint is read.
      String known = "";
      for (int i = 1; !known.contains("known"); i++) {
        ask("ask-", "i-" + i, SECRET);
        known = awaitAnswer("ask-", "i-" + i, SECRET);
      }
      assertThat(known).contains("\"rule\":\"cart_abandoned\"", "\"type\":\"order_placed\"");

      proven("ask-", TEN + 31 * MINUTE);
      assertThat(Broker.text(broker.await("ask-recommendations", r -> true).get(0)))
          .contains("cart_rescue");
      ask("ask-", "last", "c-2");
      broker.await("ask-answers", r -> isAbout(r, "last"));
      List<ConsumerRecord<byte[], byte[]>> all =
          broker.await("ask-answers", r -> isAbout(r, "last"));
      assertThat(all.stream().map(r -> new String(r.key(), UTF_8))).doesNotHaveDuplicates();
      job.awaitNextCheckpoint();
      assertThat(log.found()).isEmpty();
      assertThat(log.heard()).isGreaterThan(100);
    }
  }

  @Test
  void whatWasAskedWhileNoEngineRanIsNotAnswered() throws Exception {
    broker.createTopics("old-", topic -> !topic.name().equals("controls"));
    try (Admin admin = broker.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("old-controls", 1, (short) 1)
                      .configs(
                          Map.of(
                              "message.timestamp.type",
                              "CreateTime",
                              "cleanup.policy",
                              "compact"))))
          .all()
          .get();
    }
    long now = System.currentTimeMillis();
    ask("old-", "before", now - 2 * ControlDeserializer.PATIENCE_MILLIS);
    ask("old-", "just", now);
    PipelineConfig config = config("old-", "parallelism: 1");
    Optional<String> checkpoint;
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      assertThat(broker.await("old-answers", r -> isAbout(r, "just"))).hasSize(1);
      job.awaitNextCheckpoint();
    }
    checkpoint = LatestCheckpoint.below(StateFolder.of(config).uri());
    ask("old-", "between", now - 2 * ControlDeserializer.PATIENCE_MILLIS);
    ask("old-", "after", now);
    try (Job job = new Job(config, SampleRecords.RULEBOOK, checkpoint)) {
      assertThat(
              broker.await("old-answers", r -> isAbout(r, "after")).stream()
                  .map(r -> new String(r.key(), UTF_8)))
          .contains("just", "after")
          .doesNotContain("before", "between");
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void withoutTheTopicOfAnswersAnEngineGoesOnAndAnswersOnceItIsThere() throws Exception {
    broker.createTopics("mute-", topic -> !topic.name().equals("answers"));
    PipelineConfig config = config("mute-", "parallelism: 1");
    try (LogCapture log = LogCapture.of("mute-answers");
        Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      assertThat(log.found())
          .filteredOn(line -> line.contains("is missing, so nobody who asks 'why'"))
          .hasSize(1);
      ask("mute-", "i-0", "c-1");
      broker.send("mute-touchpoints", 1, SampleRecords.cart("e-1", "c-1", TEN).getBytes(UTF_8));
      proven("mute-", TEN + 31 * MINUTE);
      broker.await("mute-recommendations", r -> true);
      job.awaitNextCheckpoint();

      broker.createTopics("mute-", topic -> topic.name().equals("answers"));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      int asked = 1;
      while (isEmpty("mute-answers") && System.nanoTime() < end) {
        ask("mute-", "i-" + asked++, "c-1");
      }
      assertThat(Broker.text(broker.await("mute-answers", r -> true).get(0)))
          .contains("cart_rescue");
      assertThat(job.isRunning()).isTrue();
    }
  }

  private boolean isEmpty(String topic) throws Exception {
    try (Admin admin = broker.admin()) {
      var partition = new TopicPartition(topic, 0);
      return admin
              .listOffsets(Map.of(partition, OffsetSpec.latest()))
              .partitionResult(partition)
              .get()
              .offset()
          == 0;
    }
  }

  private void ask(String prefix, String id, String customer) throws Exception {
    Inquiry inquiry = new Inquiry(id, CustomerKey.customer(customer), Inquiry.UNPLACED);
    broker.send(prefix + "controls", 0, ControlJson.encode(inquiry));
  }

  /** At a time of the sender's own. */
  private void ask(String prefix, String id, long time) {
    Inquiry inquiry = new Inquiry(id, CustomerKey.customer("c-1"), Inquiry.UNPLACED);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  prefix + "controls", 0, time, id.getBytes(UTF_8), ControlJson.encode(inquiry)));
    }
  }

  private static boolean isAbout(ConsumerRecord<byte[], byte[]> record, String inquiry) {
    return new String(record.key(), UTF_8).equals(inquiry);
  }

  private String awaitAnswer(String prefix, String inquiry, String text) {
    List<ConsumerRecord<byte[], byte[]>> all =
        broker.await(prefix + "answers", r -> isAbout(r, inquiry));
    String answer = Broker.text(all.get(all.size() - 1));
    assertThat(answer).contains("\"inquiry\":\"" + inquiry + "\"", text);
    return answer;
  }

  private void proven(String prefix, long time) throws Exception {
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      broker.send(prefix + "touchpoints", partition, TouchpointJson.encodeHeartbeat(time));
    }
  }

  private PipelineConfig config(String prefix, String... more) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s', group: '%s' }
        checkpoints: { folder: checkpoints-%s, interval: 200ms }
        topic-prefix: '%s'
        """
            .formatted(broker.bootstrap(), prefix + "group", prefix, prefix);
    PipelineConfig.Reading reading =
        PipelineConfig.read(
            folder.resolve("kizashi.yaml"), text + String.join("\n", more), Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
