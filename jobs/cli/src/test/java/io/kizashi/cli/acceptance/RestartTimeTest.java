package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.Subscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long nothing is said when an engine is killed that keeps 100,000 customers, with a million
 * records on its topics, many of them said after its last checkpoint. Takes minutes: {@code mvn
 * verify -Plong} runs it.
 */
@Tag("long")
@Timeout(1_200)
class RestartTimeTest {
  private static final int CUSTOMERS = 100_000;
  private static final int RECORDS = 1_000_000;
  private static final int PER_SECOND = 10_000;

  /** One of so many visits is a failed payment, which is answered at once. */
  private static final int FAILED = 10;

  /** Every failed payment is a moment and a recommendation. */
  private static final long VISITS = RECORDS * FAILED / (FAILED + 2L);

  private static final Duration INTERVAL = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int PROBES_PER_SECOND = 50;

  /** For so long is told after the last checkpoint, as a busy shop would. */
  private static final Duration UNHELD = Duration.ofSeconds(12);

  private static final int UNHELD_PER_SECOND = 1_000;

  /** Shares no factor with the customers: each comes before any comes again. */
  private static final long STRIDE = 7_919;

  private static final String RULES =
      """
      rulebook: many
      disorder: 1s
      decide: at-once
      history: { touchpoints: 50, for: 60d }
      moments:
        payment_failed: { kind: moment_of_truth, pattern: [ { event: payment_failed } ] }
        left: { kind: drop_off, pattern: [ { event: cart_updated }, { absence: order_placed, for: 30m } ] }
      actions:
        payment_help: { kind: serve, answers: [payment_failed], channels: [web], expires: 30m, content: { web: { en: a } } }
      """;

  private final Path folder;

  RestartTimeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aKilledEngineSpeaksAgainWithinTenSecondsMoreThanAnEmptyOneTakes(TestReporter reporter)
      throws IOException, InterruptedException {
    try (BrokerProcess broker = BrokerProcess.start(folder)) {
      String bootstrap = broker.bootstrap();
      TopicReader.createAll(bootstrap, "");
      Path config = config(bootstrap);
      double empty;
      long unheld;
      try (EngineProcess engine = EngineProcess.launch(config, folder, "life-1")) {
        empty = firstWord(bootstrap);
        tellMany(bootstrap, config);
        engine.kill();
        unheld = recordsSince(bootstrap, "recommendations", HeldState.until(config));
      }
      double again;
      String output;
      try (EngineProcess engine = EngineProcess.launch(config, folder, "life-2")) {
        again = firstWord(bootstrap);
        output = engine.output();
      }
      reporter.publishEntry(
          String.format(
              Locale.ROOT,
              "start to first recommendation: %.1f s empty, %.1f s with %,d customers, %,d records"
                  + " on the topics and %,d recommendations that no checkpoint held; it said:%n%s",
              empty,
              again,
              CUSTOMERS,
              records(bootstrap),
              unheld,
              output));

      assertThat(unheld).as("said after the checkpoint").isGreaterThan(UNHELD_PER_SECOND);
      assertThat(again - empty).isLessThanOrEqualTo((double) BOUND.toSeconds());
    }
  }

  private Path config(String bootstrap) throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    return Files.write(
        folder.resolve("kizashi.yaml"),
        List.of(
            "rulebook: " + rules,
            "parallelism: 2",
            "kafka: { bootstrap: '" + bootstrap + "', group: 'drill' }",
            "checkpoints: { folder: %s, interval: %ds }"
                .formatted(folder.resolve("checkpoints"), INTERVAL.toSeconds())));
  }

  /** Seconds from now until something new is said, while payments fail all the time. */
  private static double firstWord(String bootstrap) {
    long start = System.nanoTime();
    long now = System.currentTimeMillis();
    Traffic probes =
        new Traffic(
            bootstrap,
            PROBES_PER_SECOND,
            Traffic.Clock.ofThisMachine(),
            n -> new Traffic.Visit("payment_failed", "probe-" + now + "-" + n, "{}"));
    Subscriber said =
        Subscriber.since(Map.of("bootstrap.servers", bootstrap), "recommendations", now);
    try (probes;
        said) {
      Await.until("the next word", PATIENCE, () -> said.poll(POLL).iterator().hasNext());
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Tells of all visits, and once a checkpoint holds these, of more as a busy shop would. */
  private static void tellMany(String bootstrap, Path config) {
    tell(bootstrap, PER_SECOND, VISITS, RestartTimeTest::visit);
    Optional<String> before = HeldState.checkpoint(config);
    Await.until("a checkpoint", PATIENCE, () -> !HeldState.checkpoint(config).equals(before));
    long more = UNHELD_PER_SECOND * UNHELD.toSeconds();
    tell(bootstrap, UNHELD_PER_SECOND, more, number -> visit(VISITS + number));
  }

  private static void tell(String bootstrap, int perSecond, long visits, Traffic.Script script) {
    try (Traffic traffic =
        new Traffic(bootstrap, perSecond, Traffic.Clock.ofThisMachine(), script)) {
      Await.until("all is told", PATIENCE, () -> traffic.told() >= visits);
    }
  }

  private static Traffic.Visit visit(long number) {
    String type = number % FAILED == 0 ? "payment_failed" : "page_viewed";
    return new Traffic.Visit(type, "c-" + number * STRIDE % CUSTOMERS, "{}");
  }

  private static long records(String bootstrap) {
    return Stream.of("touchpoints", "moments", "recommendations")
        .mapToLong(topic -> recordsSince(bootstrap, topic, 0))
        .sum();
  }

  private static long recordsSince(String bootstrap, String topic, long time) {
    LongAdder records = new LongAdder();
    try (Subscriber all = Subscriber.fromStart(bootstrap, topic)) {
      all.readToEnd(record -> records.add(record.timestamp() > time ? 1 : 0));
    }
    return records.sum();
  }
}
