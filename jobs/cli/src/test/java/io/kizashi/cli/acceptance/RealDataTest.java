package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.cli.truth.RealData;
import io.kizashi.cli.truth.RetailTruth;
import io.kizashi.cli.truth.StarTruth;
import io.kizashi.flink.Count;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real conversations and real purchases, held against plain programs that read the raw files. */
class RealDataTest {
  /**
   * Of the dialogues, one in so many goes through Kafka, whole; {@code -Dkizashi.star.one-in=1}
   * sends all.
   */
  private static final int ONE_IN = Integer.getInteger("kizashi.star.one-in", 4);

  private final Path folder;

  RealDataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(900)
  void starDialoguesLeftWaitingAreFoundExactlyInReplayAndThroughKafka() throws IOException {
    Path archive = RealData.require("star_dialogues.tar.xz");
    Path events = imported("star", archive);
    ReplayedOutput replayed =
        ReplayedOutput.of(events, rules("star-silence", "settled"), out("all"), 2);

    assertThat(replayed.summary().path("read").asInt()).isGreaterThan(200_000);
    assertThat(replayed.rejected()).isEmpty();
    assertThat(found(replayed)).isNotEmpty().isEqualTo(StarTruth.moments(archive));
    throughKafka(sample(events));
  }

  @Test
  @Timeout(300)
  void bigBuyersThatFellSilentAreFoundExactly() throws IOException {
    Path file = RealData.require("online_retail_uci352.csv.xz");
    Path events = imported("online-retail", file);
    ReplayedOutput replayed =
        ReplayedOutput.of(events, rules("retail-silence", "settled"), out("retail"), 2);

    assertThat(replayed.rejected()).isEmpty();
    assertThat(found(replayed)).isNotEmpty().isEqualTo(RetailTruth.moments(file));
  }

  private void throughKafka(Path events) throws IOException {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Path atOnce = rules("star-silence", "at-once");
      ReplayedOutput expected = ReplayedOutput.of(events, atOnce, out("at-once"), 2);
      LiveRun live = LiveRun.of(kafka.bootstrap(), "at-once-", events, atOnce, out("checkpoints"));
      assertThat(OutputLine.standing(live.moments()))
          .isNotEmpty()
          .isEqualTo(OutputLine.standing(expected.moments()));
      assertThat(live.count(Count.FOLDED)).isEqualTo(live.count(Count.READ));

      Path settled = rules("star-silence", "settled");
      expected = ReplayedOutput.of(events, settled, out("settled"), 2);
      live = LiveRun.of(kafka.bootstrap(), "settled-", events, settled, out("more-checkpoints"));
      assertThat(live.recommendations())
          .isNotEmpty()
          .extracting(OutputLine::text)
          .containsExactlyInAnyOrderElementsOf(
              expected.recommendations().stream().map(OutputLine::text).toList());
      assertThat(OutputLine.standing(live.moments()))
          .isEqualTo(OutputLine.standing(expected.moments()));
    }
  }

  private Path imported(String mapping, Path data) {
    Path events = out(mapping + ".jsonl");
    CommandRun run =
        CommandRun.of(
            "import", "--mapping", mapping, "--in", data.toString(), "--out", events.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return events;
  }

  private Path sample(Path events) throws IOException {
    try (Stream<String> lines = Files.lines(events)) {
      List<String> kept =
          lines
              .filter(
                  line ->
                      Math.floorMod(OutputLine.of(line).get("customer").hashCode(), ONE_IN) == 0)
              .toList();
      return Files.write(out("sample.jsonl"), kept);
    }
  }

  private Path rules(String name, String decide) throws IOException {
    try (var in =
        Objects.requireNonNull(RealData.class.getResourceAsStream(name + ".yaml"), name)) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return Files.writeString(
          out(name + "-" + decide + ".yaml"), text.replace("decide: settled", "decide: " + decide));
    }
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  /** As the truths have it: customer, anchor and time. */
  private static SortedSet<String> found(ReplayedOutput replayed) {
    SortedSet<String> found = new TreeSet<>();
    for (OutputLine moment : replayed.moments()) {
      assertThat(moment.get("status")).isEqualTo("detected");
      String anchor = moment.json().path("evidence").path(0).asText();
      found.add(moment.get("customer") + " " + anchor + " " + moment.get("detectedAt"));
    }
    return found;
  }
}
