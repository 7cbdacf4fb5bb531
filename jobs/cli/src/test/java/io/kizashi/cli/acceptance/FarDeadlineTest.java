package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A deadline that data sets years ahead falls due by the end of a stream, replayed or lived. */
class FarDeadlineTest {
  private final Path folder;

  FarDeadlineTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(300)
  void aRenewalInTwoYearsIsDetectedByReplayAndByFeedAndEngine() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rulebook: renewals
            disorder: 10s
            moments:
              renewal_near:
                kind: moment_of_truth
                pattern: [ { date: 'customer.renewalAt', before: 14d } ]
            actions:
              remind:
                kind: inform
                answers: [renewal_near]
                channels: [web]
                expires: 7d
                content:
                  web: { en: 'Your contract ends soon.' }
            """);
    Path events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"id":"e-1","type":"profile_updated","time":"2026-03-01T10:00:00Z","customer":"c-1","properties":{"renewalAt":"2028-03-01T00:00:00Z"}}
            """);
    ReplayedOutput replayed = ReplayedOutput.of(events, rules, folder.resolve("replayed"), 1);
    assertThat(replayed.moments()).singleElement().matches(FarDeadlineTest::isNear);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      LiveRun live =
          LiveRun.of(kafka.bootstrap(), "far-", events, rules, folder.resolve("checkpoints"));

      assertThat(OutputLine.standing(live.moments()))
          .isEqualTo(OutputLine.standing(replayed.moments()));
      assertThat(live.recommendations()).hasSize(1);
    }
  }

  private static boolean isNear(OutputLine moment) {
    return moment.get("rule").equals("renewal_near") && moment.get("customer").equals("c-1");
  }
}
