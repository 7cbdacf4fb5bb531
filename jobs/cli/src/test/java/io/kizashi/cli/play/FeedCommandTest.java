package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FeedCommandTest {
  private static final String TOPIC = "touchpoints";
  private static final long TEN = 1_772_359_200_000L;

  private final Path events;

  FeedCommandTest(@TempDir Path folder) throws Exception {
    this.events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            "{\"id\":\"e\",\"type\":\"page_viewed\",\"time\":%d,\"customer\":\"c\"}\n"
                .formatted(TEN));
  }

  @Test
  @Timeout(120)
  void aFeedEndsNothingWhereOthersWrite() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Brokers.createOnOneNode(kafka.bootstrap(), "");
      assertThat(feed(kafka, "--source", "mine").exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(feed(kafka, "--source", "mine").exitCode())
          .as("a stream of its own is no other's")
          .isEqualTo(ExitCode.DONE);
      List<String> before = records(kafka);
      assertThat(before).anyMatch(it -> it.contains("\"source\":\"mine\",\"text\":\"end\""));

      assertThat(records(kafka, "controls"))
          .hasSize(2)
          .allMatch(it -> it.startsWith("{\"control\":\"retirement\",\"source\":\"mine\""));

      heartbeat(kafka, "shop");
      CommandRun refused = feed(kafka, "--source", "mine");
      assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(refused.err())
          .contains("others write to topic 'touchpoints'", "of shop;", "--among-others");
      assertThat(records(kafka)).as("nothing was written").hasSize(before.size() + 1);

      assertThat(feed(kafka, "--among-others").exitCode()).isEqualTo(ExitCode.DONE);
      List<String> after = records(kafka);
      assertThat(after).anyMatch(it -> it.contains("\"source\":\"feed\""));
      assertThat(after.stream().filter(it -> it.contains("\"end\"")))
          .hasSameSizeAs(before.stream().filter(it -> it.contains("\"end\"")).toList());
    }
  }

  @Test
  void aSourceHasANameThatSettingsCanHold() {
    CommandRun run =
        CommandRun.of(
            "feed",
            "--events",
            events.toString(),
            "--bootstrap",
            "b:1",
            "--source",
            "x".repeat(65));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--source: a source is called by 1 to 64 characters");
  }

  private CommandRun feed(EmbeddedKafka kafka, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("feed", "--events", events.toString(), "--bootstrap", kafka.bootstrap()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static void heartbeat(EmbeddedKafka kafka, String source)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = TouchpointJson.encodeHeartbeat(TEN, source);
      producer.send(new ProducerRecord<>(TOPIC, 0, null, value)).get();
    }
  }

  private static List<String> records(EmbeddedKafka kafka) {
    return records(kafka, TOPIC);
  }

  private static List<String> records(EmbeddedKafka kafka, String topic) {
    List<String> records = new ArrayList<>();
    try (Subscriber subscriber = Subscriber.fromStart(kafka.bootstrap(), topic)) {
      subscriber.readToEnd(
          record -> records.add(new String(record.value(), StandardCharsets.UTF_8)));
    }
    return records;
  }
}
