package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ReplayCommandTest {
  private static final List<String> OUTPUTS =
      List.of("moments.jsonl", "recommendations.jsonl", "rejected.jsonl");

  @TempDir Path folder = Path.of("");

  @Test
  void theSameBytesComeOutAtAnyParallelismAndTheBalanceHolds() throws IOException {
    Path events = RecordedStream.write(folder, 1_000, 7);
    Path rules = RecordedStream.writeRules(folder);
    Path one = replay(events, rules, "1");
    Path three = replay(events, rules, "3");
    for (String output : OUTPUTS) {
      assertThat(one.resolve(output))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(three.resolve(output));
    }
    JsonNode summary = new ObjectMapper().readTree(one.resolve("summary.json").toFile());
    assertThat(summary.path("read").asLong()).isEqualTo(1_020);
    assertThat(summary.path("rejected").asLong()).isEqualTo(10);
    assertThat(summary.path("duplicates").asLong()).isEqualTo(10);
    assertThat(summary.path("folded").asLong()).isEqualTo(1_000);
    assertThat(summary.path("moments").asLong())
        .isEqualTo(Files.readAllLines(one.resolve("moments.jsonl")).size());
    assertThat(Files.readAllLines(one.resolve("rejected.jsonl")).get(0))
        .contains("\"code\":\"bad_json\"", "\"offset\":52,");
    try (Stream<Path> files = Files.list(one)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "moments.jsonl", "recommendations.jsonl", "rejected.jsonl", "summary.json");
    }
  }

  private Path replay(Path events, Path rules, String parallelism) {
    Path out = folder.resolve("out-" + parallelism);
    CommandRun run =
        CommandRun.of(
            "replay",
            "--events",
            events.toString(),
            "--rules",
            rules.toString(),
            "--out",
            out.toString(),
            "--parallelism",
            parallelism);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("1,020 touchpoints");
    return out;
  }

  @Test
  void aFileInAnyOrderGivesTheSameByTimeAndSaysHowFarItIsOut() throws IOException {
    Path rules = RecordedStream.writeRules(folder);
    List<String> lines = Files.readAllLines(RecordedStream.write(folder, 300, 7));
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.add(0, wrongClock(lines));
    Path inOrder = Files.write(folder.resolve("ordered.jsonl"), lines);
    Path mixed = Files.write(folder.resolve("mixed.jsonl"), shuffled);

    String told = replay(inOrder, rules, folder.resolve("a"), "--sort");
    String toldOfMixed = replay(mixed, rules, folder.resolve("b"), "--sort");
    String unsorted = replay(mixed, rules, folder.resolve("c"));

    for (String output : List.of("moments.jsonl", "recommendations.jsonl")) {
      assertThat(folder.resolve("b").resolve(output))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("a").resolve(output));
    }
    assertThat(told).doesNotContain("set aside");
    assertThat(toldOfMixed).contains("1 set aside as in the future, later than 2026-");
    assertThat(unsorted).contains(" come more than ", "1 set aside as in the future");
    assertThat(Files.readAllLines(folder.resolve("b").resolve("rejected.jsonl")).get(0))
        .as("the line that it has in the file as it stands")
        .contains("\"code\":\"in_the_future\"", "\"topic\":\"mixed.jsonl\"", "\"offset\":1,");
    JsonNode summary =
        new ObjectMapper().readTree(folder.resolve("c").resolve("summary.json").toFile());
    assertThat(summary.path("outOfOrder").asLong()).isPositive();
    assertThat(summary.path("setAside").asLong()).isEqualTo(1);
  }

  /** The first touchpoint again under another id, two years on. */
  private static String wrongClock(List<String> lines) {
    return lines
        .get(0)
        .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"wrong\"")
        .replaceFirst("\"time\":\"2026", "\"time\":\"2028");
  }

  private static String replay(Path events, Path rules, Path out, String... more) {
    Stream<String> options =
        Stream.of(
            "replay",
            "--events",
            events.toString(),
            "--rules",
            rules.toString(),
            "--out",
            out.toString());
    CommandRun run = CommandRun.of(Stream.concat(options, Stream.of(more)).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run.out();
  }

  @Test
  void aRulebookThatDoesNotCompileIsShownWithItsPlaceAndNothingIsWritten() throws IOException {
    Path events = RecordedStream.write(folder, 1, 7);
    Path rules =
        Files.writeString(
            folder.resolve("bad.yaml"), RecordedStream.RULES.replace("drop_off", "drop_of"));
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "replay",
            "--events",
            events.toString(),
            "--rules",
            rules.toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .startsWith(rules + ":6:11: error: ")
        .contains("^", "did you mean 'drop_off'?");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderThatCanNotBeMadeIsTheEnvironmentsFault() throws IOException {
    Path events = RecordedStream.write(folder, 1, 7);
    Path rules = RecordedStream.writeRules(folder);
    CommandRun run =
        CommandRun.of(
            "replay",
            "--events",
            events.toString(),
            "--rules",
            rules.toString(),
            "--out",
            rules.resolve("below-a-file").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err()).contains("the folder can't be made");
  }
}
