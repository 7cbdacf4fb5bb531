package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.control.publish.Inquirer;
import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Inquiry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks an engine of a hundred thousand customers while touchpoints come, and looks how long they
 * and the answers take. Runs with the profile {@code long}.
 */
@Tag("long")
@Timeout(600)
class WhyOfManyIT {
  private static final int CUSTOMERS = 100_000;
  private static final int PER_SECOND = 4_000;
  private static final int ASKED = 200;
  private static final int CALM_PER_SECOND = 200;
  private static final int FAILED = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration QUIET = Duration.ofSeconds(20);

  /** What all but one in a hundred wait for an answer at most, milliseconds. */
  private static final long MOST = 500;

  private static final String BOOK =
      """
      rulebook: many
      disorder: 1s
      history: { touchpoints: 50, for: 60d }
      moments:
        payment_failed: { kind: moment_of_truth, pattern: [ { event: payment_failed } ] }
        left: { kind: drop_off, pattern: [ { event: cart_updated }, { absence: order_placed, for: 5d } ] }
      actions:
        payment_help: { kind: serve, answers: [payment_failed], channels: [web], expires: 30m, content: { web: { en: a } } }
      """;

  private final Path folder;

  WhyOfManyIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Traffic.Visit first(long number) {
    return new Traffic.Visit("cart_updated", "c-" + number % CUSTOMERS, "{}");
  }

  private static Traffic.Visit later(long number) {
    String type = number % FAILED == 0 ? "payment_failed" : "cart_updated";
    return new Traffic.Visit(type, "c-" + number * 7 % CUSTOMERS, "{}");
  }

  @Test
  void anAnswerComesAtOnceAndDelaysNobody(TestReporter reporter) throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), BOOK);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      String bootstrap = kafka.bootstrap();
      TopicReader.createAll(bootstrap, "");
      try (Engine engine = Engine.start(bootstrap, "", rules, folder.resolve("checkpoints"))) {
        assertThat(engine).isNotNull();
        Traffic.Clock clock = Traffic.Clock.ofThisMachine();
        try (Traffic traffic = new Traffic(bootstrap, PER_SECOND, clock, WhyOfManyIT::first)) {
          Await.until("all have come", PATIENCE, () -> traffic.told() >= CUSTOMERS);
        }
        measure(bootstrap, reporter);
      }
    }
  }

  private static void measure(String bootstrap, TestReporter reporter) {
    Inquirer inquirer = new Inquirer(new Site(Map.of("bootstrap.servers", bootstrap), ""));
    Traffic.Clock clock = Traffic.Clock.ofThisMachine();
    long begun = System.currentTimeMillis();
    long asking;
    try (Traffic traffic = new Traffic(bootstrap, CALM_PER_SECOND, clock, WhyOfManyIT::later)) {
      long enough = CALM_PER_SECOND * QUIET.toSeconds();
      Await.until("a while without questions", PATIENCE, () -> traffic.told() >= enough);
      asking = System.currentTimeMillis();
      for (int i = 0; i < ASKED; i++) {
        byte[] answer = inquirer.ask(CustomerKey.customer("c-" + i * 499), PATIENCE).orElseThrow();
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"known\"", "\"waits\"");
      }
    }
    long ended = System.currentTimeMillis();
    List<Long> waits = waits(bootstrap);
    Latencies latencies = new Latencies(bootstrap);
    List<Long> before = latencies.between(begun, asking);
    List<Long> meanwhile = latencies.between(asking, ended);
    reporter.publishEntry(
        "%d customers: %d answers, median %d ms, p99 %d ms, at most %d ms; touchpoints without questions median %d ms, p99 %d ms, with them %d ms, %d ms"
            .formatted(
                CUSTOMERS,
                waits.size(),
                Latencies.percentile(waits, 50),
                Latencies.percentile(waits, 99),
                waits.get(waits.size() - 1),
                Latencies.percentile(before, 50),
                Latencies.percentile(before, 99),
                Latencies.percentile(meanwhile, 50),
                Latencies.percentile(meanwhile, 99)));
    assertThat(waits).hasSize(ASKED);
    // A machine that others use stands still now and then, whoever asks.
    assertThat(Latencies.percentile(waits, 99)).isLessThanOrEqualTo(MOST);
  }

  /** From questions to their answers by the broker's clock, milliseconds, sorted. */
  private static List<Long> waits(String bootstrap) {
    Map<String, Long> asked = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : TopicReader.read(bootstrap, "controls")) {
      if (record.value() != null) {
        String id =
            ControlJson.inquiry(record.value(), Inquiry.UNPLACED).map(Inquiry::id).orElseThrow();
        asked.put(id, record.timestamp());
      }
    }
    return TopicReader.read(bootstrap, "answers").stream()
        .map(
            answer ->
                answer.timestamp()
                    - asked.getOrDefault(new String(answer.key(), StandardCharsets.UTF_8), 0L))
        .sorted()
        .toList();
  }
}
