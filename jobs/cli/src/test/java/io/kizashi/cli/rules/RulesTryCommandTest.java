package io.kizashi.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RetailRules;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RulesTryCommandTest {
  private static final Path SAMPLE = Path.of("../../sample-streams/retail-cart");
  private static final String EVENTS = SAMPLE.resolve("touchpoints.jsonl").toString();
  private static final Path RULES = SAMPLE.resolve("rulebook.yaml");
  private static final int PARTITIONS = 12;
  private static final String PREFIX = "test-";

  @TempDir Path folder = Path.of("");

  @Test
  void itTellsWhatTwoReplaysOfTheStretchHaveFound() throws IOException {
    String draft = RetailRules.patient(folder).toString();
    JsonNode tried =
        json(run("rules", "try", draft, "--events", EVENTS, "--against", RULES.toString()));
    Path now = replayed("now", RULES.toString());
    Path then = replayed("then", draft);
    for (JsonNode side : List.of(tried.path("moments"), tried.path("actions"))) {
      assertThat(side).isNotEmpty();
    }
    tried
        .path("moments")
        .properties()
        .forEach(
            row -> {
              assertThat(row.getValue().path("a").asLong())
                  .isEqualTo(count(now.resolve("moments.jsonl"), "detected", row.getKey()));
              assertThat(row.getValue().path("b").asLong())
                  .isEqualTo(count(then.resolve("moments.jsonl"), "detected", row.getKey()));
            });
    tried
        .path("actions")
        .properties()
        .forEach(
            row -> {
              assertThat(row.getValue().path("a").asLong())
                  .isEqualTo(count(now.resolve("recommendations.jsonl"), "issued", row.getKey()));
              assertThat(row.getValue().path("b").asLong())
                  .isEqualTo(count(then.resolve("recommendations.jsonl"), "issued", row.getKey()));
            });
    assertThat(tried.path("cases")).isNotEmpty();
  }

  @Test
  void theTopicsOfARunningEngineTellTheSameAsTheRecording() throws IOException {
    String draft = RetailRules.patient(folder).toString();
    String sorted = sortedByTime(Path.of(EVENTS)).toString();
    JsonNode recorded =
        json(run("rules", "try", draft, "--events", sorted, "--against", RULES.toString()));
    try (EmbeddedKafka kafka = EmbeddedKafka.startWithTopics()) {
      createTopics(kafka);
      publish(
          kafka,
          published(1, Files.readString(Path.of(draft))),
          published(2, Files.readString(RULES)),
          published(2, Files.readString(Path.of(draft))),
          published(3, "this does not compile"),
          partly(4, Files.readString(Path.of(draft)), Files.readString(RULES)));
      long now = System.currentTimeMillis();
      List<String> lines = Files.readAllLines(Path.of(EVENTS));
      send(kafka, lines.subList(0, 5), now - 3_600_000); // long before the stretch
      send(kafka, lines, now - 60_000);
      JsonNode live = tried(draft, kafka);
      for (String part : List.of("moments", "actions", "customers", "dueLater", "differences")) {
        assertThat(live.path(part)).as(part).isEqualTo(recorded.path(part));
      }
      JsonNode inForce = live.path("a").path("rulebook");
      assertThat(inForce.path("version").asLong()).isEqualTo(2);
      assertThat(inForce.path("hash")).isEqualTo(recorded.path("a").path("rulebook").path("hash"));
      assertThat(live.path("a").path("read")).isEqualTo(recorded.path("a").path("read"));

      beat(kafka, "2025-03-07T10:45:00.000Z", now);
      JsonNode early = tried(draft, kafka);
      // Mr Sato's half hour is over by then, his three quarters are not. Mr Kato ordered in time.
      JsonNode carts = early.path("moments").path("cart_abandoned");
      assertThat(carts.path("a").asLong()).isEqualTo(1);
      assertThat(carts.path("b").asLong()).isZero();
      assertThat(early.path("dueLater").path("b").asLong()).isPositive();
    }
  }

  /** As a stretch of a topic is replayed. */
  private Path sortedByTime(Path events) throws IOException {
    Pattern time = Pattern.compile("\"time\":\"([^\"]*)\"");
    List<String> lines = new ArrayList<>(Files.readAllLines(events));
    lines.sort(
        Comparator.comparing(
            line -> time.matcher(line).results().map(it -> it.group(1)).findFirst().orElse("")));
    return Files.write(folder.resolve("sorted.jsonl"), lines);
  }

  private static JsonNode tried(String draft, EmbeddedKafka kafka) throws IOException {
    return json(run("rules", "try", draft, "--bootstrap", kafka.bootstrap(), "--prefix", PREFIX));
  }

  /** Their timestamps are the producer's, so that a test can write an hour's stretch. */
  private static void createTopics(EmbeddedKafka kafka) {
    List<NewTopic> topics =
        TopicPlan.shipped(PREFIX, (short) 1).topics().stream()
            .map(topic -> topic.configs(Map.of("message.timestamp.type", "CreateTime")))
            .toList();
    try (Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
      assertThat(brokers.create(new TopicPlan(topics))).contains(PREFIX + "touchpoints");
    }
  }

  /** Line i goes to partition i % 12, a millisecond after the line before it. */
  private static void send(EmbeddedKafka kafka, List<String> lines, long first) {
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
      for (int i = 0; i < lines.size(); i++) {
        send(
            producer,
            PREFIX + Topics.TOUCHPOINTS,
            i % PARTITIONS,
            first + i,
            lines.get(i).getBytes(UTF_8));
      }
    }
  }

  private static void beat(EmbeddedKafka kafka, String time, long timestamp) {
    byte[] heartbeat = TouchpointJson.encodeHeartbeat(Instant.parse(time).toEpochMilli());
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        send(producer, PREFIX + Topics.TOUCHPOINTS, partition, timestamp, heartbeat);
      }
    }
  }

  private static void publish(EmbeddedKafka kafka, Publication... publications) {
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
      for (Publication publication : publications) {
        byte[] value = ControlJson.encode(publication);
        send(producer, PREFIX + Topics.RULEBOOKS, 0, System.currentTimeMillis(), value);
      }
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedKafka kafka) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrap()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, String topic, int partition, long at, byte[] value) {
    byte[] key = Long.toString(at).getBytes(UTF_8);
    var unused = producer.send(new ProducerRecord<>(topic, partition, at, key, value));
  }

  /** A tenth of the customers follow {@code text}, the others {@code base} of version 2. */
  private static Publication partly(long version, String text, String base) {
    RulebookDocument others = new RulebookDocument("shop.yaml", 2, base);
    return new Publication(
        "shop",
        new RulebookDocument("shop.yaml", version, text),
        Optional.of(new Publication.Rollout(10, others)),
        version,
        "",
        "");
  }

  private static Publication published(long version, String text) {
    return Publication.submitted("shop", new RulebookDocument("shop.yaml", version, text));
  }

  @Test
  void withoutWordOnWhatIsInForceItIsWrongUsage() throws IOException {
    String draft = RetailRules.patient(folder).toString();
    CommandRun blind = CommandRun.of("rules", "try", draft, "--events", EVENTS);
    assertThat(blind.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(blind.err()).contains("name it with --against");
    CommandRun nothing = CommandRun.of("rules", "try", draft, "--against", RULES.toString());
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("either --events or --bootstrap");
    try (EmbeddedKafka kafka = EmbeddedKafka.startWithTopics()) {
      CommandRun none = CommandRun.of("rules", "try", draft, "--bootstrap", kafka.bootstrap());
      assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(none.err()).contains("there is no rulebook on the topic 'rulebooks'");
    }
  }

  /** Runs a command to its good end; what it prints. */
  private static String run(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.add("--json");
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run.out();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private Path replayed(String name, String rules) {
    Path out = folder.resolve(name);
    run("replay", "--events", EVENTS, "--rules", rules, "--out", out.toString());
    return out;
  }

  private static long count(Path file, String status, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.contains("\"status\":\"" + status + "\""))
          .filter(
              line ->
                  line.contains("\"action\":\"" + name + "\",\"kind\"")
                      || line.contains("\"status\":\"" + status + "\",\"rule\":\"" + name + "\""))
          .count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
