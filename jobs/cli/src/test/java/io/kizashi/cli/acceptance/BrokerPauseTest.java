package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.acceptance.Shopper.Span;
import io.kizashi.pipeline.HeartbeatMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of what {@link LiveFaultsTest} does at length. */
class BrokerPauseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Test
  @Timeout(180)
  void aBrokerThatStandsStillForThreeSecondsFiresNoDeadline(@TempDir Path folder) throws Exception {
    List<Shopper> shoppers =
        Stream.of(
                Shopper.buying("in-pause", 40, 4, Span.seconds(0, 1), Span.seconds(1.1, 1.8)),
                Shopper.buying("all-in-pause", 20, 4, Span.seconds(1, 2), Span.seconds(0.2, 1.8)),
                Shopper.leaving("left", 20, 4, Span.seconds(0, 3)),
                Shopper.leaving("last", 8, 4, Span.seconds(4.2, 4.3)))
            .flatMap(List::stream)
            .toList();
    Drill drill =
        new Drill("short", PATIENCE, Duration.ofMillis(200), HeartbeatMode.SOURCES, shoppers);
    try (BrokerProcess broker = BrokerProcess.start(folder)) {
      Drill.Result result =
          drill.run(
              broker,
              folder,
              sources ->
                  List.of(
                      new Fault(Duration.ofSeconds(1), broker::pause),
                      new Fault(Duration.ofSeconds(4), broker::resume)));

      System.out.println(result);
      assertThat(result.falselyFound()).isEmpty();
      assertThat(result.found()).isEqualTo(result.left());
    }
  }
}
