package io.kizashi.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.recall.SaidLog.Tail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is read again of outputs that are not what they were when the checkpoint was taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KafkaSaidLogTest {
  private final Path folder;
  private final Broker broker;

  KafkaSaidLogTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker = new Broker(folder.resolve("broker"));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void whatRetentionTookIsPassedOverAndAllElseIsRead() throws Exception {
    broker.createTopics("cut-");
    KafkaSaidLog log = new KafkaSaidLog(config("cut-"));
    write("cut-recommendations", 0, 5);
    Map<String, Long> checkpoint = ends(log);
    write("cut-recommendations", 5, 10);
    try (Admin admin = broker.admin()) {
      TopicPartition partition = new TopicPartition("cut-recommendations", 1);
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(8))).all().get();
    }

    assertThat(read(log, checkpoint)).containsExactly("r-8", "r-9");
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsStartHoweverLongItIsByNow() throws Exception {
    broker.createTopics("anew-");
    KafkaSaidLog log = new KafkaSaidLog(config("anew-"));
    write("anew-recommendations", 0, 5);
    write("anew-moments", 0, 1);
    Map<String, Long> checkpoint = ends(log);
    assertThat(read(log, checkpoint)).as("nothing was written since").isEmpty();

    try (Admin admin = broker.admin()) {
      admin.deleteTopics(List.of("anew-recommendations")).all().get();
    }
    createAgain("anew-", "recommendations");
    write("anew-recommendations", 0, 9);

    assertThat(read(log, checkpoint))
        .containsExactlyElementsOf(IntStream.range(0, 9).mapToObj(i -> "r-" + i).toList());
  }

  /** The broker takes a moment to let a name go. */
  private void createAgain(String prefix, String name) throws Exception {
    while (true) {
      try {
        broker.createTopics(prefix, topic -> topic.name().equals(name));
        return;
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
      }
    }
  }

  private void write(String topic, int from, int to) {
    broker.send(
        topic, 1, IntStream.range(from, to).mapToObj(i -> ("r-" + i).getBytes(UTF_8)).toList());
  }

  private static Map<String, Long> ends(KafkaSaidLog log) throws Exception {
    try (Tail tail = log.open()) {
      return Map.copyOf(tail.ends());
    }
  }

  private static List<String> read(KafkaSaidLog log, Map<String, Long> from) throws Exception {
    List<String> read = new ArrayList<>();
    try (Tail tail = log.open()) {
      tail.read(from, record -> read.add(new String(record.value(), UTF_8)));
    }
    return read;
  }

  private PipelineConfig config(String prefix) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s', group: group }
        checkpoints: { folder: checkpoints, interval: 1h }
        topic-prefix: '%s'
        """
            .formatted(broker.bootstrap(), prefix);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
