package io.kizashi.cli.acceptance;

import io.kizashi.cli.Kizashi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code kizashi run} as the launcher starts it: a process of its own, that can be killed. */
final class EngineProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final long END_SECONDS = 60;

  private final Process process;
  private final Path log;

  private EngineProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and waits until it runs.
   *
   * @param folder for its output and its temporary files, which a killed process leaves behind
   */
  static EngineProcess start(Path config, Path folder, String name) throws IOException {
    EngineProcess engine = launch(config, folder, name);
    engine.awaitRunning();
    return engine;
  }

  /** Starts it and does not wait for anything. */
  static EngineProcess launch(Path config, Path folder, String name) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve(name));
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(compiler());
    command.addAll(
        List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "-XX:+UseParallelGC",
            "-Xshare:auto",
            "-Xmx1g",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            classPath(),
            Kizashi.class.getName(),
            "run",
            "--config",
            config.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new EngineProcess(process, log);
  }

  private void awaitRunning() {
    Await.until("the engine runs", START, this::runsOrEnded);
    if (!process.isAlive()) {
      throw new AssertionError("the engine ended: " + output());
    }
  }

  /** A build tool may have put it into a jar of its own and keep the real one elsewhere. */
  static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  /** It compiles as the tests do: of a short life most would else be spent on that. */
  private static List<String> compiler() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> it.startsWith("-XX:TieredStopAt") || it.startsWith("-XX:ReservedCode"))
        .toList();
  }

  private boolean runsOrEnded() {
    return output().contains("running:") || !process.isAlive();
  }

  /** What it has printed so far. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: nothing in the process gets to know of it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as a service manager stops it. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the engine does not stop: " + output());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
