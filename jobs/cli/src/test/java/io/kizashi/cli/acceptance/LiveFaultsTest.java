package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.acceptance.Shopper.Span;
import io.kizashi.cli.acceptance.Sources.Source;
import io.kizashi.pipeline.HeartbeatMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broker, engine and sources in processes and by the clock, with pauses longer than every timeout.
 * Takes minutes: {@code mvn verify -Plong} runs it.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class LiveFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration DISORDER = Duration.ofMillis(200);
  private static final long MOST_MILLIS = 250;
  private static final int ENOUGH_DEADLINES = 200;

  private final Path folder;
  private final BrokerProcess broker;

  LiveFaultsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.broker = BrokerProcess.start(folder);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void aBrokerThatStandsStillFiresNoDeadlineWhereSourcesWriteTheHeartbeats() throws Exception {
    Drill.Result result =
        pause("pause", DISORDER, HeartbeatMode.SOURCES, sources -> Stream.empty());

    assertNothingFalse(result);
  }

  /**
   * What is on its way to the broker is covered by the disorder alone, hence the two seconds; and
   * sources find their way back to the broker ten seconds after the engine.
   */
  @Test
  void aBrokerThatStandsStillFiresNoDeadlineWhereTheEngineWritesTheHeartbeats() throws Exception {
    Drill.Result result =
        pause(
            "engine-pause",
            Duration.ofSeconds(2),
            HeartbeatMode.ENGINE,
            sources ->
                Stream.of(
                    new Fault(Duration.ofSeconds(8), () -> sources.all().forEach(Source::hold)),
                    new Fault(
                        Duration.ofSeconds(53), () -> sources.all().forEach(Source::release))));

    assertNothingFalse(result);
  }

  /** 35 s: longer than a request's timeout, so that every client begins anew. */
  private Drill.Result pause(
      String name,
      Duration disorder,
      HeartbeatMode heartbeats,
      Function<Sources, Stream<Fault>> besides)
      throws Exception {
    List<Shopper> shoppers =
        Stream.of(
                Shopper.buying("before", 40, 4, Span.seconds(0, 4), Span.seconds(0.5, 3)),
                Shopper.buying("in-pause", 100, 4, Span.seconds(0, 8), Span.seconds(8.2, 9.8)),
                Shopper.buying("all-in-pause", 100, 4, Span.seconds(9, 32), Span.seconds(0.2, 9.5)),
                Shopper.buying("over-the-end", 40, 4, Span.seconds(33, 43), Span.seconds(0.2, 9.5)),
                Shopper.leaving("left", 60, 4, Span.seconds(0, 45)),
                Shopper.leaving("last", 8, 4, Span.seconds(54, 55)))
            .flatMap(List::stream)
            .toList();
    return run(
        new Drill(name, PATIENCE, disorder, heartbeats, shoppers),
        sources ->
            Stream.concat(
                    besides.apply(sources),
                    Stream.of(
                        new Fault(Duration.ofSeconds(8), broker::pause),
                        new Fault(Duration.ofSeconds(43), broker::resume)))
                .toList());
  }

  @Test
  void aSourceThatHoldsBackPurchasesAndHeartbeatsFiresNoDeadline() throws Exception {
    List<Shopper> shoppers =
        Stream.of(
                Shopper.in(
                    2, Shopper.buying("held", 80, 1, Span.seconds(0, 8), Span.seconds(8.2, 9.8))),
                Shopper.in(
                    2,
                    Shopper.buying("all-held", 60, 1, Span.seconds(9, 17), Span.seconds(0.2, 9.5))),
                Shopper.buying("others", 60, 2, Span.seconds(0, 20), Span.seconds(0.2, 9.8)),
                Shopper.leaving("left", 60, 4, Span.seconds(0, 28)),
                Shopper.leaving("last", 8, 4, Span.seconds(30, 31)))
            .flatMap(List::stream)
            .toList();
    Drill.Result result =
        run(
            new Drill("hold", PATIENCE, DISORDER, HeartbeatMode.SOURCES, shoppers),
            sources ->
                List.of(
                    new Fault(Duration.ofSeconds(8), () -> sources.of(2).hold()),
                    new Fault(Duration.ofSeconds(28), () -> sources.of(2).release())));

    assertNothingFalse(result);
  }

  @Test
  void aPartitionWithHeartbeatsAloneHoldsUpNoDeadline() throws Exception {
    List<Shopper> shoppers =
        Stream.of(
                Shopper.leaving(Shopper.WARM_UP, 100, 3, Span.seconds(0, 6)),
                Shopper.buying("bought", 200, 3, Span.seconds(0, 36), Span.seconds(0.2, 9.8)),
                Shopper.leaving("left", 300, 3, Span.seconds(6, 36)))
            .flatMap(List::stream)
            .toList();
    Drill.Result result =
        run(
            new Drill("one-idle", PATIENCE, DISORDER, HeartbeatMode.SOURCES, shoppers),
            sources -> List.of());

    assertNothingFalse(result);
    assertPrompt(result);
  }

  @Test
  void aStreamWithHeartbeatsAloneHoldsUpNoDeadline() throws Exception {
    List<Shopper> shoppers =
        Stream.of(
                Shopper.leaving(Shopper.WARM_UP, 100, 4, Span.seconds(0, 6)),
                Shopper.buying("bought", 100, 4, Span.seconds(0, 14), Span.seconds(0.2, 1.5)),
                Shopper.leaving("left", 300, 4, Span.seconds(6, 15)))
            .flatMap(List::stream)
            .toList();
    Drill.Result result =
        run(
            new Drill("all-idle", PATIENCE, DISORDER, HeartbeatMode.SOURCES, shoppers),
            sources -> List.of());

    assertNothingFalse(result);
    assertPrompt(result);
  }

  private Drill.Result run(Drill drill, Function<Sources, List<Fault>> faults) throws Exception {
    Drill.Result result = drill.run(broker, folder, faults);
    System.out.println(result);
    return result;
  }

  private static void assertNothingFalse(Drill.Result result) {
    assertThat(result.falselyFound()).isEmpty();
    assertThat(result.found()).isEqualTo(result.left());
  }

  private static void assertPrompt(Drill.Result result) {
    assertThat(result.latencies()).hasSizeGreaterThanOrEqualTo(ENOUGH_DEADLINES);
    assertThat(result.latency(99)).as(result.toString()).isLessThanOrEqualTo(MOST_MILLIS);
  }
}
