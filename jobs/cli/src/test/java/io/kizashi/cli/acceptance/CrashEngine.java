package io.kizashi.cli.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An engine that dies and lives again, with what outlives it. */
final class CrashEngine implements AutoCloseable {
  /** Long enough that much is said between two checkpoints. */
  static final Duration SELDOM = Duration.ofSeconds(5);

  static final Duration OFTEN = Duration.ofSeconds(1);

  private final CrashPlan.Promise promise;
  private final String bootstrap;
  private final Path folder;
  private final Path rules;
  private Optional<EngineProcess> life = Optional.empty();
  private int lives;

  /**
   * One that does not live yet.
   *
   * @param folder for its state; its name begins the topics'
   */
  CrashEngine(CrashPlan.Promise promise, String bootstrap, Path folder) throws IOException {
    this.promise = promise;
    this.bootstrap = bootstrap;
    this.folder = folder;
    this.rules = ShopStream.rules("crash.yaml", folder, promise.decide());
  }

  Path rules() {
    return rules;
  }

  String prefix() {
    return folder.getFileName() + "-";
  }

  /**
   * Starts it and waits until it works.
   *
   * @param interval from one checkpoint to the next
   * @return how long that took
   */
  Duration start(Duration interval, int tasks) throws IOException {
    long start = System.nanoTime();
    life = Optional.of(EngineProcess.start(config(interval, tasks), folder, "life-" + ++lives));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Starts it and does not wait. */
  void launch(Duration interval, int tasks) throws IOException {
    life = Optional.of(EngineProcess.launch(config(interval, tasks), folder, "life-" + ++lives));
  }

  private Path config(Duration interval, int tasks) throws IOException {
    return Files.write(
        config(),
        List.of(
            "rulebook: " + rules,
            "parallelism: " + tasks,
            "topic-prefix: " + prefix(),
            "delivery: " + promise.delivery(),
            "finite: [feed]",
            "kafka: { bootstrap: '" + bootstrap + "', group: 'drill' }",
            "checkpoints: { folder: %s, interval: %ds }"
                .formatted(folder.resolve("checkpoints"), interval.toSeconds())));
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    life.orElseThrow().kill();
  }

  /** It takes a last checkpoint, by which all that it decided is on the topics. */
  void stop() throws InterruptedException {
    life.orElseThrow().stop();
  }

  /** What it said since it lives. */
  String output() {
    return life.orElseThrow().output();
  }

  /** The checkpoint that it would go on from. */
  Optional<String> checkpoint() {
    return HeldState.checkpoint(config());
  }

  /** When that was complete: what was said later it does not hold. Milliseconds since the epoch. */
  long heldUntil() {
    return HeldState.until(config());
  }

  private Path config() {
    return folder.resolve("kizashi.yaml");
  }

  @Override
  public void close() {
    life.ifPresent(EngineProcess::close);
  }
}
