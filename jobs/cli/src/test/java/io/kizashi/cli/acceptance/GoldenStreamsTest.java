package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenStreamsTest {
  private static final Path SAMPLES =
      Path.of("..", "..", "sample-streams").toAbsolutePath().normalize();

  private final Path out;

  GoldenStreamsTest(@TempDir Path out) {
    this.out = out;
  }

  static Stream<Path> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("rulebook.yaml")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("scenarios")
  void aSampleGivesItsGoldenOutputsOnEveryRunAtAnyParallelismAndSentTwice(Path scenario)
      throws IOException {
    ReplayedOutput one = replay(scenario, "one", 1);
    ReplayedOutput golden = new ReplayedOutput(scenario.resolve("golden"));
    for (String file : ReplayedOutput.FILES) {
      assertGolden(file, one.lines(file), golden.lines(file));
    }
    assertThat(OutputLine.contains(one.summary(), golden.summary()))
        .as("%s is not within %s", golden.summary(), one.summary())
        .isTrue();
    assertThat(OutputSchema.of("moment").problems(one.moments())).isEmpty();
    assertThat(OutputSchema.of("recommendation").problems(one.recommendations())).isEmpty();
    assertThat(OutputSchema.of("rejected").problems(one.rejected())).isEmpty();
    assertSameBytes(one, replay(scenario, "again", 1));
    assertSameBytes(one, replay(scenario, "three", 3));
    assertSameBytes(one, replay(scenario, "four", 4));
    assertTwiceIsOnce(scenario, one);
  }

  /** Every touchpoint is sent twice, and nothing changes. */
  private void assertTwiceIsOnce(Path scenario, ReplayedOutput once) throws IOException {
    List<String> doubled = new ArrayList<>();
    Files.readAllLines(events(scenario)).forEach(line -> doubled.addAll(List.of(line, line)));
    Path events = Files.write(out.resolve("doubled.jsonl"), doubled);

    ReplayedOutput twice = ReplayedOutput.of(events, rules(scenario), out.resolve("twice"), 2);

    assertThat(twice.text("moments")).isEqualTo(once.text("moments"));
    assertThat(twice.text("recommendations")).isEqualTo(once.text("recommendations"));
    assertThat(twice.summary().path("folded")).isEqualTo(once.summary().path("folded"));
    assertThat(twice.rejected()).hasSize(2 * once.rejected().size());
  }

  private ReplayedOutput replay(Path scenario, String name, int parallelism) {
    return ReplayedOutput.of(events(scenario), rules(scenario), out.resolve(name), parallelism);
  }

  private static Path events(Path scenario) {
    return scenario.resolve("touchpoints.jsonl");
  }

  private static Path rules(Path scenario) {
    return scenario.resolve("rulebook.yaml");
  }

  private static void assertGolden(
      String file, List<OutputLine> actual, List<OutputLine> expected) {
    assertThat(actual).as(file).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(OutputLine.contains(actual.get(i).json(), expected.get(i).json()))
          .as("%s:%d: %s is not within %s", file, i + 1, expected.get(i), actual.get(i).text())
          .isTrue();
    }
  }

  private static void assertSameBytes(ReplayedOutput one, ReplayedOutput other) {
    for (String file : ReplayedOutput.FILES) {
      assertThat(other.text(file)).as("%s of %s", file, other).isEqualTo(one.text(file));
    }
    assertThat(other.summary().path("unread")).isEqualTo(one.summary().path("unread"));
  }
}
