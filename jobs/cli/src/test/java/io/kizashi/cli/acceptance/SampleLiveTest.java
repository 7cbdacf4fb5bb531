package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What customers are told in the end does not hang on whether a stream is replayed or lived. */
class SampleLiveTest {
  private static final Path SAMPLE =
      Path.of("..", "..", "sample-streams", "one-voice").toAbsolutePath().normalize();

  private static final Path EVENTS = SAMPLE.resolve("touchpoints.jsonl");

  /** The rulebook's, milliseconds. */
  private static final long DISORDER = 30_000;

  /** Three months in 8 s: time is proven on the way, and touchpoints leave the history. */
  private static final String SPEED = "1000000x";

  private final Path folder;

  SampleLiveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(300)
  void whatStandsAfterALiveRunIsWhatStandsInTheGoldenReplay() throws IOException {
    Path rules = SAMPLE.resolve("rulebook.yaml");
    ReplayedOutput golden = new ReplayedOutput(SAMPLE.resolve("golden"));
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      LiveRun live =
          LiveRun.of(
              kafka.bootstrap(), "sample-", EVENTS, rules, folder.resolve("checkpoints"), SPEED);
      List<OutputLine> said = live.recommendations();
      List<OutputLine> moments = live.moments();

      assertThat(told(said)).isEqualTo(told(golden.recommendations())).hasSizeGreaterThan(20);
      assertThat(said).anyMatch(SampleLiveTest::isOfferedToBaba);
      assertThat(standing(moments)).isEqualTo(standing(golden.moments()));
      assertTakenBack(said, golden.recommendations());
      assertTakenBack(golden.recommendations(), said);
    }
  }

  /**
   * What one run alone has said, it has taken back, because of something late: the other one knew
   * that before time was proven, and said nothing. Nothing else may differ.
   */
  private static void assertTakenBack(List<OutputLine> said, List<OutputLine> others)
      throws IOException {
    Set<String> known = ids(others, "issued");
    List<OutputLine> alone = said.stream().filter(line -> !known.contains(line.get("id"))).toList();
    assertThat(ids(alone, "retracted")).isEqualTo(ids(alone, "issued"));
    List<OutputLine> stream = stream();
    assertThat(alone).allMatch(line -> knewLater(stream, line));
  }

  /** Whether something came for the customer that is older than what was sent for certain. */
  private static boolean knewLater(List<OutputLine> stream, OutputLine said) {
    long sendAt = time(said, "sendAt");
    long newest = Long.MIN_VALUE;
    for (OutputLine touchpoint : stream) {
      long time = time(touchpoint, "time");
      boolean same = touchpoint.get("customer").equals(said.get("customer"));
      if (same && time <= sendAt && newest >= sendAt + DISORDER) {
        return true;
      }
      newest = Math.max(newest, time);
    }
    return false;
  }

  private static long time(OutputLine line, String field) {
    return Rfc3339.parse(line.get(field)).orElse(Long.MIN_VALUE);
  }

  /** What the sample holds that is not damaged. */
  private static List<OutputLine> stream() throws IOException {
    return Files.readAllLines(EVENTS).stream()
        .filter(line -> line.endsWith("}"))
        .map(OutputLine::of)
        .toList();
  }

  private static Set<String> ids(Collection<OutputLine> lines, String status) {
    return lines.stream()
        .filter(line -> line.get("status").equals(status))
        .map(line -> line.get("id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> standing(Collection<OutputLine> lines) {
    Set<String> standing = ids(lines, "detected");
    standing.removeAll(ids(lines, "retracted"));
    return standing;
  }

  /** What was declined ninety days before, less a second, is not offered. */
  private static boolean isOfferedToBaba(OutputLine line) {
    return line.get("customer").equals("c-baba")
        && line.get("decidedAt").equals("2025-09-10T01:44:59.000Z")
        && line.get("action").equals("data_pack");
  }

  /** What stands, as far as the customer can tell. */
  private static Set<String> told(Collection<OutputLine> lines) {
    return OutputLine.standing(lines).stream()
        .map(OutputLine::of)
        .map(
            line ->
                List.of("id", "customer", "action", "channel", "sendAt", "expiresAt").stream()
                        .map(line::get)
                        .collect(Collectors.joining(" "))
                    + line.json().path("content"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
