package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.Count;
import io.kizashi.local.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KafkaEqualsReplayTest {
  private static final int TOUCHPOINTS = 20_000;

  /** Out of order within the rulebook's disorder of 30 s. */
  private static final ShopStream STREAM =
      new ShopStream(7, TOUCHPOINTS, 400, Duration.ofSeconds(29), 3);

  private final Path folder;
  private final Path events;

  KafkaEqualsReplayTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.events = STREAM.write(folder.resolve("events.jsonl"));
  }

  @Test
  @Timeout(300)
  void theSameMomentsStandAndSettledDecisionsAreTheSameBytes() throws IOException {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      atOnce(kafka.bootstrap());
      settled(kafka.bootstrap());
    }
  }

  private void atOnce(String bootstrap) throws IOException {
    Path rules = ShopStream.rules(folder, "at-once");
    ReplayedOutput replayed = ReplayedOutput.of(events, rules, folder.resolve("at-once"), 2);
    LiveRun live =
        LiveRun.of(bootstrap, "at-once-", events, rules, folder.resolve("at-once-checkpoints"));

    List<String> expected = OutputLine.standing(replayed.moments());
    assertThat(expected).hasSizeGreaterThan(1_000);
    assertThat(OutputLine.standing(live.moments())).isEqualTo(expected);
    assertBalance(live);
    assertThat(OutputSchema.of("moment").problems(live.moments())).isEmpty();
    assertThat(OutputSchema.of("recommendation").problems(live.recommendations())).isEmpty();
  }

  private void settled(String bootstrap) throws IOException {
    Path rules = ShopStream.rules(folder, "settled");
    ReplayedOutput replayed = ReplayedOutput.of(events, rules, folder.resolve("settled"), 2);
    LiveRun live =
        LiveRun.of(bootstrap, "settled-", events, rules, folder.resolve("settled-checkpoints"));

    assertThat(replayed.recommendations()).hasSizeGreaterThan(1_000);
    assertThat(live.recommendations()).hasSameSizeAs(replayed.recommendations());
    assertThat(OutputLine.distinct(live.recommendations()))
        .isEqualTo(OutputLine.distinct(replayed.recommendations()));
    assertThat(OutputLine.distinct(live.moments()))
        .isEqualTo(OutputLine.distinct(replayed.moments()));
    assertBalance(live);
  }

  private static void assertBalance(LiveRun live) {
    assertThat(live.count(Count.FOLDED)).isEqualTo(TOUCHPOINTS);
    assertThat(live.count(Count.DUPLICATES)).isPositive();
    assertThat(live.count(Count.READ))
        .isEqualTo(live.count(Count.FOLDED) + live.count(Count.DUPLICATES));
  }
}
