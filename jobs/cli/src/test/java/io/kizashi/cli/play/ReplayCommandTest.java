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
import java.util.List;
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
