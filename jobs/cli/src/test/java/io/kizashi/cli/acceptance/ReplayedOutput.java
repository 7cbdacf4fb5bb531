package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kizashi replay} wrote.
 *
 * @param folder of its outputs
 */
record ReplayedOutput(Path folder) {
  static final List<String> FILES = List.of("moments", "recommendations", "rejected");

  /** Runs the command to its end. */
  static ReplayedOutput of(Path events, Path rules, Path out, int parallelism, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--events",
                events.toString(),
                "--rules",
                rules.toString(),
                "--out",
                out.toString(),
                "--parallelism",
                String.valueOf(parallelism)));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new ReplayedOutput(out);
  }

  List<OutputLine> moments() {
    return lines("moments");
  }

  List<OutputLine> recommendations() {
    return lines("recommendations");
  }

  List<OutputLine> rejected() {
    return lines("rejected");
  }

  List<OutputLine> lines(String name) {
    return text(name).lines().map(OutputLine::of).toList();
  }

  String text(String name) {
    return read(name + ".jsonl");
  }

  JsonNode summary() {
    return OutputLine.of(read("summary.json")).json();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
