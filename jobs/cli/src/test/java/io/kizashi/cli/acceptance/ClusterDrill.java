package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster of real processes, driven by the commands that people use. Needs the packaged jar of
 * the job: a test that uses it ends in IT and runs by {@code mvn verify}.
 */
final class ClusterDrill implements AutoCloseable {
  private final Path folder;
  private JsonNode started;

  private ClusterDrill(Path folder, JsonNode started) {
    this.folder = folder;
    this.started = started;
  }

  /**
   * Starts it and waits until every task has adopted the rulebook.
   *
   * @param folder for its data and logs; new or empty
   * @param options of {@code cluster start}
   */
  static ClusterDrill start(Path folder, String... options) {
    try {
      return new ClusterDrill(folder, run("start", folder, options));
    } catch (AssertionError e) {
      run("stop", folder);
      throw e;
    }
  }

  /** Starts again what was stopped or killed. */
  void startAgain(String... options) {
    started = run("start", folder, options);
  }

  /** What the last start said. */
  JsonNode started() {
    return started;
  }

  /** {@code host:port} of the broker, the same over the cluster's whole life. */
  String bootstrap() {
    return started.path("bootstrap").asText();
  }

  JsonNode status() {
    return run("status", folder);
  }

  /** SIGKILL, and nothing else. */
  void kill(String member) {
    run("kill", folder, member);
  }

  /** SIGSTOP: the member's connections stay, and it says nothing more. */
  void freeze(String member) {
    for (JsonNode known : status().path("members")) {
      if (known.path("name").asText().equals(member)) {
        ProcessSignal.STOP.send(known.path("pid").asLong());
        return;
      }
    }
    throw new AssertionError("no member " + member);
  }

  /**
   * SIGKILL, and the member is started at once.
   *
   * @return seconds until the job works again
   */
  double killAndRestart(String member) {
    JsonNode said = run("kill", folder, member, "--restart");
    assertThat(said.path("works").asBoolean()).as("%s", said).isTrue();
    return said.path("seconds").asDouble();
  }

  /** Takes a savepoint and tells where it is. */
  String savepoint() {
    return run("savepoint", folder).path("savepoint").asText();
  }

  void stop() {
    run("stop", folder);
  }

  @Override
  public void close() {
    stop();
  }

  private static JsonNode run(String command, Path folder, String... options) {
    List<String> arguments = new ArrayList<>(List.of("cluster", command));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--dir", folder.toString(), "--json"));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as("%s: %s", arguments, run.err()).isEqualTo(ExitCode.DONE);
    return OutputLine.of(run.out()).json();
  }
}
