package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.Retirement;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who moves the time of an engine that runs, and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TimeOnKafkaTest {
  /** The rulebook's, milliseconds. */
  private static final long DISORDER = 10_000;

  private static final long AFTER_IT_IS_SEEN = 6_000;

  private final Path folder;
  private final Broker broker;

  TimeOnKafkaTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker = new Broker(folder.resolve("broker"));
  }

  @BeforeAll
  void createTopics() throws Exception {
    for (String prefix :
        List.of("sample-", "finite-", "two-", "added-", "committed-", "retired-")) {
      broker.createTopics(prefix);
    }
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void theEndOfASampleFiresNothingEarlyInAnEngineThatDoesNotCallItFinite() throws Exception {
    long now = System.currentTimeMillis();
    try (Job job = job("sample-", "", "")) {
      touchpoint("sample-", 1, SampleRecords.cart("e-1", "c-open", now - MINUTE));
      everywhere("sample-", heartbeat(TEN, "feed"));
      everywhere("sample-", end(TEN + Duration.ofDays(1_134).toMillis(), "feed"));
      touchpoint("sample-", 1, SampleRecords.cart("e-2", "c-left", now - 40 * MINUTE));
      everywhere("sample-", heartbeat(now, "shop"));
      broker.await("sample-recommendations", r -> Broker.text(r).contains("c-left"));

      touchpoint("sample-", 2, SampleRecords.cart("e-3", "c-last", now - 39 * MINUTE));
      List<ConsumerRecord<byte[], byte[]>> moments =
          broker.await("sample-moments", r -> Broker.text(r).contains("c-last"));
      assertThat(moments).extracting(Broker::text).noneMatch(it -> it.contains("c-open"));
      assertThat(broker.await("sample-rejected", r -> true))
          .extracting(Broker::text)
          .allMatch(it -> it.contains("in_the_future"));
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void theEndOfAFiniteStreamPassesItsDeadlines() throws Exception {
    try (Job job = job("finite-", "", "finite: feed")) {
      touchpoint("finite-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      everywhere("finite-", end(TEN + Duration.ofDays(9_000).toMillis(), "feed"));

      broker.await("finite-recommendations", r -> Broker.text(r).contains("c-1"));
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void timeWaitsForEverySourceThatIsDeclared() throws Exception {
    try (Job job = job("two-", "", "sources: [shop, crm]")) {
      touchpoint("two-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      everywhere("two-", heartbeat(TEN + 40 * MINUTE, "shop"));
      everywhere("two-", heartbeat(TEN + 40 * MINUTE, "till"));
      touchpoint("two-", 1, "{");
      broker.await("two-rejected", r -> true);

      long asked = System.currentTimeMillis();
      everywhere("two-", heartbeat(TEN + 40 * MINUTE, "crm"));
      assertThat(broker.await("two-moments", r -> true).get(0).timestamp())
          .isGreaterThanOrEqualTo(asked);
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void aSourceThatIsRetiredHoldsUpNeitherARunningEngineNorOneThatStarts() throws Exception {
    try (Job job = job("retired-", "", "sources: [shop, crm]")) {
      touchpoint("retired-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      everywhere("retired-", heartbeat(TEN, "crm"));
      everywhere("retired-", heartbeat(TEN + 40 * MINUTE, "shop"));
      broker.send(
          "retired-controls", 0, ControlJson.encode(new Retirement("crm", "kenji", "replaced")));
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        byte[] gone = TouchpointJson.encodeHeartbeat(TEN + MINUTE, "crm", Meaning.RETIRED);
        broker.send("retired-touchpoints", partition, gone);
      }
      broker.await("retired-moments", r -> Broker.text(r).contains("c-1"));
      job.awaitNextCheckpoint();
    }
    Optional<String> newest =
        LatestCheckpoint.below(
            StateFolder.of(config("retired-", "", "sources: [shop, crm]")).uri());
    assertThat(newest).isPresent();
    try (Job job =
        new Job(config("retired-", "", "sources: [shop, crm]"), SampleRecords.RULEBOOK, newest)) {
      touchpoint("retired-", 1, SampleRecords.cart("e-2", "c-2", TEN + 41 * MINUTE));
      everywhere("retired-", heartbeat(TEN + 80 * MINUTE, "shop"));

      broker.await("retired-moments", r -> Broker.text(r).contains("c-2"));
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void aPartitionThatIsAddedGetsTheEnginesHeartbeatsToo() throws Exception {
    long now = System.currentTimeMillis();
    String often = "partition.discovery.interval.ms: 500";
    try (Job job = job("added-", often, "heartbeats: engine");
        Admin admin = broker.admin()) {
      touchpoint("added-", 1, SampleRecords.cart("e-1", "c-1", now - 31 * MINUTE));
      broker.await("added-recommendations", r -> Broker.text(r).contains("c-1"));

      NewPartitions oneMore = NewPartitions.increaseTo(Broker.PARTITIONS + 1);
      admin.createPartitions(Map.of("added-touchpoints", oneMore)).all().get();
      // Falls due when the partition has long been seen: it is no use that time came so far before.
      long open = System.currentTimeMillis() - 30 * MINUTE - DISORDER + AFTER_IT_IS_SEEN;
      touchpoint("added-", Broker.PARTITIONS, SampleRecords.cart("e-2", "c-2", open));
      broker.await("added-recommendations", r -> Broker.text(r).contains("c-2"));
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void whatASourceTookBackIsNotReadWhereCommittedRecordsAreAskedFor() throws Exception {
    try (Job job = job("committed-", "isolation.level: read_committed", "");
        KafkaProducer<byte[], byte[]> source =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "source"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      source.initTransactions();
      source.beginTransaction();
      byte[] aborted = SampleRecords.cart("e-1", "c-aborted", TEN).getBytes(UTF_8);
      Future<?> unused =
          source.send(new ProducerRecord<>("committed-touchpoints", 1, null, aborted));
      source.flush();
      source.abortTransaction();
      touchpoint("committed-", 1, SampleRecords.cart("e-2", "c-1", TEN));
      everywhere("committed-", heartbeat(TEN + 40 * MINUTE, ""));
      touchpoint("committed-", 1, SampleRecords.cart("e-3", "c-2", TEN));

      assertThat(broker.await("committed-moments", r -> Broker.text(r).contains("c-2")))
          .extracting(Broker::text)
          .noneMatch(it -> it.contains("c-aborted"));
      assertThat(job.isRunning()).isTrue();
    }
  }

  private void everywhere(String prefix, String record) throws Exception {
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      touchpoint(prefix, partition, record);
    }
  }

  private void touchpoint(String prefix, int partition, String json) throws Exception {
    broker.send(prefix + "touchpoints", partition, json.getBytes(UTF_8));
  }

  /** As a source writes it. */
  private static String heartbeat(long time, String source) {
    return "{\"type\":\"heartbeat\",\"time\":\"%s\",\"source\":\"%s\"}"
        .formatted(Rfc3339.format(time), source);
  }

  private static String end(long time, String source) {
    return heartbeat(time, source).replace("}", ",\"text\":\"end\"}");
  }

  /** One with some property of the Kafka client, and some setting. */
  private Job job(String prefix, String property, String setting) throws Exception {
    return new Job(config(prefix, property, setting), SampleRecords.RULEBOOK, Optional.empty());
  }

  private PipelineConfig config(String prefix, String property, String setting) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s', group: '%s', properties: { %s } }
        checkpoints: { folder: checkpoints-%s, interval: 200ms }
        topic-prefix: '%s'
        %s
        """
            .formatted(broker.bootstrap(), prefix + "group", property, prefix, prefix, setting);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
