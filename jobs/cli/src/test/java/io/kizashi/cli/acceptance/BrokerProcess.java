package io.kizashi.cli.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A broker in a process of its own: it can be stopped, and goes on as if no time had passed. */
final class BrokerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);

  private final Process process;
  private final String bootstrap;

  private BrokerProcess(Process process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder for its log and its data
   */
  static BrokerProcess start(Path folder) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("broker"));
    Path log = folder.resolve("broker.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-Djava.io.tmpdir=" + temporary,
                    "-cp",
                    EngineProcess.classPath(),
                    BrokerStart.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Await.until("the broker is up", START, () -> bootstrap(log).isPresent() || !process.isAlive());
    return new BrokerProcess(
        process, bootstrap(log).orElseThrow(() -> new AssertionError("see " + log)));
  }

  private static Optional<String> bootstrap(Path log) {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith(BrokerStart.UP))
          .map(line -> line.substring(BrokerStart.UP.length()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  /** SIGSTOP: connections stay, nothing is answered. */
  void pause() {
    ProcessSignal.STOP.send(process.pid());
  }

  /** SIGCONT. */
  void resume() {
    ProcessSignal.CONT.send(process.pid());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
