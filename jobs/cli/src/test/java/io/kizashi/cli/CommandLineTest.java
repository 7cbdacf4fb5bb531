package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  @Test
  void everyCommandHasHelp() {
    List<String> without = new ArrayList<>();
    CommandRun root = CommandRun.of("--help");
    assertThat(root.exitCode()).isEqualTo(ExitCode.DONE);
    for (List<String> path : commands(Kizashi.commandLine(pipe(), pipe()), List.of())) {
      List<String> arguments = new ArrayList<>(path);
      arguments.add("--help");
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      if (run.exitCode() != ExitCode.DONE || !run.out().contains("Usage: kizashi")) {
        without.add(String.join(" ", path));
      }
    }
    assertThat(without).isEmpty();
  }

  private static java.io.PrintWriter pipe() {
    return new java.io.PrintWriter(java.io.Writer.nullWriter());
  }

  private static List<List<String>> commands(CommandLine command, List<String> path) {
    List<List<String>> all = new ArrayList<>();
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              all.add(below);
              all.addAll(commands(sub, below));
            });
    return all;
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    CommandRun run = CommandRun.of("feed", "--evens", "x");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--events");
  }

  @Test
  void noCommandAtAllIsWrongUsage() {
    assertThat(CommandRun.of().exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSpeedThatIsNoneIsWrongUsage(@TempDir Path folder) throws IOException {
    Path events = Files.writeString(folder.resolve("e.jsonl"), "");
    CommandRun run =
        CommandRun.of(
            "feed", "--events", events.toString(), "--bootstrap", "localhost:1", "--speed", "fast");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'fast' is no speed; write 1x, 60x or max");
  }

  @Test
  void aMissingFileIsTheInputsFaultAndShowsNoStackTrace() {
    CommandRun run = CommandRun.of("rules", "check", "no-such.yaml");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err().strip()).isEqualTo("no-such.yaml: there is no such file; check the path");
  }

  @Test
  void debugShowsTheStackTrace() {
    CommandRun run = CommandRun.of("rules", "check", "no-such.yaml", "--debug");
    assertThat(run.err()).contains("InputFault").contains("\tat ");
  }

  @Test
  void aTextThatIsNotUtf8IsTheInputsFault(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("r.yaml"), new byte[] {'a', (byte) 0xff});
    CommandRun run = CommandRun.of("rules", "check", file.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("is not UTF-8");
  }

  @Test
  void aBrokerThatIsNotThereIsTheEnvironmentsFault(@TempDir Path folder) throws IOException {
    Path events = Files.writeString(folder.resolve("e.jsonl"), "");
    CommandRun run = CommandRun.of("feed", "--events", events.toString(), "--bootstrap", "no port");
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err()).startsWith("kizashi: can't use Kafka at 'no port'");
  }

  @Test
  void theVersionTellsReleaseCommitStateAndFlink() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines())
        .containsExactly("kizashi 0.1.0", "commit unknown", "state format 1", "Flink 2.2.1");
  }
}
