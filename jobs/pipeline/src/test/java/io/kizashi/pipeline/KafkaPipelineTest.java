package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KafkaPipelineTest {
  private static final long PAST_DEADLINE = TEN + 31 * MINUTE;
  private static final int SLOW = 20_000;

  private final Path folder;
  private final Broker broker;

  KafkaPipelineTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker = new Broker(folder.resolve("broker"));
  }

  @BeforeAll
  void createTopics() throws Exception {
    for (String prefix :
        List.of("straight-", "once-", "engine-", "arrival-", "killed-", "paused-", "orphan-")) {
      broker.createTopics(prefix);
    }
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void recommendationsLeaveAsCloudEventsOnceEveryPartitionProvedTheDeadline() throws Exception {
    PipelineConfig config = config("straight-", "parallelism: 6");
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      touchpoint("straight-", 1, SampleRecords.cart("e-1", "客-1", TEN));
      touchpoint("straight-", 2, "{\"id\":");
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        heartbeat("straight-", partition, PAST_DEADLINE);
      }

      ConsumerRecord<byte[], byte[]> record =
          broker.await("straight-recommendations", r -> true).get(0);
      assertThat(Broker.text(record)).contains("\"customer\":\"客-1\"", "cart_rescue");
      assertThat(record.key()).isEqualTo("客-1".getBytes(UTF_8));
      assertThat(headers(record))
          .containsEntry("ce_specversion", "1.0")
          .containsEntry("ce_source", "/kizashi")
          .containsEntry("ce_type", "io.kizashi.recommendation.issued")
          .containsEntry("ce_time", "2026-03-01T10:30:00.000Z")
          .containsEntry("content-type", "application/json")
          .containsKey("ce_id");
      assertThat(Broker.text(broker.await("straight-moments", r -> true).get(0)))
          .contains("cart_abandoned");
      assertThat(Broker.text(broker.await("straight-rejected", r -> true).get(0)))
          .contains("bad_json", "\"topic\":\"straight-touchpoints\"", "\"partition\":2");
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void aPublishedRulebookIsAdoptedByEveryTask() throws Exception {
    PipelineConfig config = config("once-", "parallelism: 2", "delivery: exactly-once");
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      broker.send("once-rulebooks", 0, "no rulebook".getBytes(UTF_8));
      broker.send(
          "once-rulebooks",
          0,
          ControlJson.encode(new Publication("retail", quick(2), Optional.empty(), 0, "", "")));

      for (String task : List.of("\"task\":0", "\"task\":1")) {
        broker.await(
            "once-rulebook-status",
            r -> Broker.text(r).contains("\"version\":2") && Broker.text(r).contains(task));
      }
      touchpoint("once-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        heartbeat("once-", partition, TEN + 2 * MINUTE);
      }
      assertThat(Broker.text(broker.await("once-recommendations", r -> true).get(0)))
          .contains("\"version\":2");
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void theEngineMayWriteTheHeartbeatsItself() throws Exception {
    PipelineConfig config = config("engine-", "parallelism: 1", "heartbeats: engine");
    long now = System.currentTimeMillis();
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      touchpoint("engine-", 1, SampleRecords.cart("e-1", "c-1", now - 31 * MINUTE));

      broker.await("engine-recommendations", r -> true);
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void withoutHeartbeatsArrivalProvesTime() throws Exception {
    PipelineConfig config = config("arrival-", "parallelism: 1", "heartbeats: none");
    long now = System.currentTimeMillis();
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        touchpoint(
            "arrival-", partition, SampleRecords.cart("e-1", "c-" + partition, now - 31 * MINUTE));
        touchpoint("arrival-", partition, SampleRecords.order("e-2", "c-x", now));
      }

      broker.await("arrival-recommendations", r -> true);
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void aJobThatWasStoppedGoesOnFromItsNewestCheckpoint() throws Exception {
    PipelineConfig config = config("killed-", "parallelism: 2");
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      touchpoint("killed-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      touchpoint("killed-", 1, "{");
      broker.await("killed-rejected", r -> true);
      job.awaitNextCheckpoint();
    }
    Optional<String> newest = LatestCheckpoint.below(StateFolder.of(config).uri());
    assertThat(newest).isPresent();
    try (Job job = new Job(config, SampleRecords.RULEBOOK, newest)) {
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        heartbeat("killed-", partition, PAST_DEADLINE);
      }

      assertThat(Broker.text(broker.await("killed-recommendations", r -> true).get(0)))
          .contains("\"customer\":\"c-1\"");
      assertThat(broker.await("killed-rejected", r -> true)).hasSize(1);
      assertThat(job.isRunning()).isTrue();
    }
  }

  @Test
  void aMissingTopicIsNamedBeforeTheJobStarts() {
    assertThatThrownBy(
            () ->
                new Job(
                    config("nowhere-", "parallelism: 1"), SampleRecords.RULEBOOK, Optional.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("nowhere-rulebooks")
        .hasMessageContaining("topics.yaml");
  }

  @Test
  void whatPeopleSaidBeforeTheStartHoldsForTheFirstTouchpoint() throws Exception {
    Pause.Target sell = new Pause.Target("sell", "", "");
    for (boolean isPaused : List.of(false, true)) {
      Pause pause = new Pause(sell, isPaused, "kenji", "");
      broker.send("paused-controls", 0, ControlJson.encode(pause));
    }
    Publication quick = new Publication("retail", quick(2), Optional.empty(), 0, "", "");
    broker.send("paused-rulebooks", 0, ControlJson.encode(quick));
    touchpoint("paused-", 1, SampleRecords.cart("e-1", "c-1", TEN));
    proven("paused-", TEN + 2 * MINUTE);
    PipelineConfig config = config("paused-", "parallelism: 2");
    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      assertThat(Broker.text(broker.await("paused-moments", r -> true).get(0)))
          .contains("\"version\":2");
      Pause end = new Pause(sell, false, "kenji", "");
      broker.send("paused-controls", 0, ControlJson.encode(end));
      job.awaitNextCheckpoint();

      touchpoint("paused-", 1, SampleRecords.cart("e-2", "c-2", TEN + 3 * MINUTE));
      proven("paused-", TEN + 5 * MINUTE);

      assertThat(broker.await("paused-recommendations", r -> true))
          .extracting(Broker::text)
          .singleElement()
          .asString()
          .contains("\"customer\":\"c-2\"");
    }
  }

  @Test
  void whatWasSaidAfterTheCheckpointIsTakenBackWhereItsMomentDoesNotComeAgain() throws Exception {
    PipelineConfig often = config("orphan-", "parallelism: 2");
    try (Job job = new Job(often, SampleRecords.RULEBOOK, Optional.empty())) {
      touchpoint("orphan-", 1, SampleRecords.cart("e-1", "c-1", TEN));
      touchpoint("orphan-", 1, SampleRecords.cart("e-2", "c-2", TEN));
      touchpoint("orphan-", 1, "{");
      broker.await("orphan-rejected", r -> true);
      job.awaitNextCheckpoint();
    }
    Optional<String> checkpoint = LatestCheckpoint.below(StateFolder.of(often).uri());
    // A partition that takes long to read: the order comes again before time does.
    List<byte[]> many = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      many.add(SampleRecords.order("o-" + i, "o-" + i, TEN).getBytes(UTF_8));
    }
    broker.send("orphan-touchpoints", 0, many);
    proven("orphan-", PAST_DEADLINE);
    PipelineConfig never = seldom("orphan-", "parallelism: 2");
    try (Job job = new Job(never, SampleRecords.RULEBOOK, checkpoint)) {
      List<String> issued = texts("orphan-recommendations", 2);
      assertThat(issued).hasSize(2).allMatch(it -> it.contains("\"status\":\"issued\""));
      assertThat(job.isRunning()).isTrue();
    }
    touchpoint("orphan-", 1, SampleRecords.order("e-3", "c-1", TEN + 20 * MINUTE));
    try (Job job = new Job(never, SampleRecords.RULEBOOK, checkpoint)) {
      assertThat(texts("orphan-recommendations", 3)).anyMatch(it -> isOf(it, "retracted", "c-1"));

      proven("orphan-", PAST_DEADLINE + MINUTE);
      touchpoint("orphan-", 1, SampleRecords.cart("e-4", "c-9", PAST_DEADLINE + MINUTE));
      proven("orphan-", PAST_DEADLINE + 40 * MINUTE);
      assertThat(texts("orphan-recommendations", 4))
          .as("what was said of another is not said again")
          .hasSize(4)
          .anyMatch(it -> isOf(it, "issued", "c-9"));
      assertThat(texts("orphan-moments", 4))
          .filteredOn(it -> it.contains("\"customer\":\"c-1\""))
          .last()
          .asString()
          .contains("\"status\":\"retracted\"");
      assertThat(job.isRunning()).isTrue();
    }
  }

  private static boolean isOf(String record, String status, String customer) {
    return record.contains("\"status\":\"" + status + "\",\"customer\":\"" + customer + "\"");
  }

  /** What a topic holds once it holds so many. */
  private List<String> texts(String topic, int many) throws Exception {
    List<String> texts = new ArrayList<>();
    broker.await(topic, r -> texts.add(Broker.text(r)) && texts.size() >= many);
    return texts;
  }

  private void proven(String prefix, long time) throws Exception {
    for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
      heartbeat(prefix, partition, time);
    }
  }

  private static RulebookDocument quick(long version) {
    return new RulebookDocument(
        "quick.yaml", version, SampleRecords.RULEBOOK.text().replace("for: 30m", "for: 1m"));
  }

  private void touchpoint(String prefix, int partition, String json) throws Exception {
    broker.send(prefix + "touchpoints", partition, json.getBytes(UTF_8));
  }

  private void heartbeat(String prefix, int partition, long time) throws Exception {
    broker.send(prefix + "touchpoints", partition, TouchpointJson.encodeHeartbeat(time));
  }

  private PipelineConfig config(String prefix, String... more) {
    return every("200ms", prefix, more);
  }

  /** One that takes no checkpoint as long as a test lasts. */
  private PipelineConfig seldom(String prefix, String... more) {
    return every("1h", prefix, more);
  }

  private PipelineConfig every(String interval, String prefix, String... more) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s', group: '%s' }
        checkpoints: { folder: checkpoints-%s, interval: %s }
        topic-prefix: '%s'
        """
            .formatted(broker.bootstrap(), prefix + "group", prefix, interval, prefix);
    PipelineConfig.Reading reading =
        PipelineConfig.read(
            folder.resolve("kizashi.yaml"), text + String.join("\n", more), Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new java.util.TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
