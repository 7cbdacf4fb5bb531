package io.kizashi.cli.acceptance;

import io.kizashi.cli.acceptance.CrashStream.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One round of the crash drill: an engine is killed after much was said that no checkpoint holds,
 * and while it is dead purchases are told of that it had long believed not to come.
 */
final class CrashRound implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** An engine is killed at its start within so much of the time that the start takes. */
  private static final double START = 1.3;

  private final CrashPlan plan;
  private final String bootstrap;
  private final Random random;
  private final CrashStream stream;
  private final ReplayedOutput expected;
  private final CrashEngine engine;
  private final CrashWriter writer;

  /** All that is on the topics. */
  private final CrashOutput said;

  /** What a subscriber reads. */
  private final CrashOutput read;

  private final Set<String> orphans = new HashSet<>();
  private final List<String> places = new ArrayList<>();

  private CrashRound(CrashPlan plan, String bootstrap, Path folder) throws IOException {
    Files.createDirectories(folder);
    this.plan = plan;
    this.bootstrap = bootstrap;
    this.random = new Random(plan.seed());
    this.engine = new CrashEngine(plan.promise(), bootstrap, folder);
    this.stream = CrashStream.drawn(plan);
    this.expected =
        ReplayedOutput.of(
            stream.write(folder.resolve("events.jsonl")),
            engine.rules(),
            folder.resolve("replayed"),
            CrashPlan.TASKS);
    TopicReader.createAll(bootstrap, engine.prefix());
    this.writer = new CrashWriter(bootstrap, engine.prefix());
    this.said = new CrashOutput(bootstrap, engine.prefix(), "read_uncommitted");
    this.read = new CrashOutput(bootstrap, engine.prefix(), plan.promise().isolation());
  }

  /**
   * Runs one on topics of its own.
   *
   * @param folder that is not there yet; its name begins the topics'
   */
  static CrashResult run(CrashPlan plan, String bootstrap, Path folder)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (CrashRound round = new CrashRound(plan, bootstrap, folder)) {
      List<String> broken = round.run();
      double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
      return new CrashResult(plan, round.orphans.size(), round.places, seconds, broken);
    }
  }

  private List<String> run() throws IOException, InterruptedException {
    CrashStaff staff = new CrashStaff(plan.control(), bootstrap, engine.prefix(), engine.rules());
    writer.write(stream.before());
    Duration start = engine.start(CrashEngine.SELDOM, CrashPlan.TASKS);
    awaitTheDamagedOne();
    said.awaitRecommendations("", 1, PATIENCE);
    awaitCheckpoint();
    staff.actBefore();
    die(0);
    Death last = stream.deaths().get(0);
    if (plan.kill() == CrashPlan.Kill.TWICE) {
      writer.write(last.meanwhile());
      engine.start(CrashEngine.SELDOM, CrashPlan.TASKS);
      if (random.nextBoolean()) {
        awaitCheckpoint();
      }
      die(1);
      last = stream.deaths().get(1);
    }
    staff.actMeanwhile();
    long paused = System.currentTimeMillis();
    writer.write(last.meanwhile());
    if (plan.kill() == CrashPlan.Kill.STARTING) {
      dieStarting(start);
    }
    Optional<String> held = engine.checkpoint();
    long started = System.currentTimeMillis();
    engine.start(CrashEngine.OFTEN, plan.tasks());
    writer.write(stream.after());
    writer.end();
    List<String> broken = end(paused, started);
    if (!engine.output().contains("going on from " + held.orElseThrow())) {
      broken.add("it did not go on from " + held.orElseThrow() + ": " + engine.output());
    }
    return broken;
  }

  private void awaitCheckpoint() {
    Optional<String> before = engine.checkpoint();
    Await.until("a checkpoint", PATIENCE, () -> !engine.checkpoint().equals(before));
  }

  /** A checkpoint that does not hold it would reject it again. */
  private void awaitTheDamagedOne() {
    Await.until("the damaged one is rejected", PATIENCE, () -> rejected() > 0);
  }

  private int rejected() {
    return TopicReader.lines(bootstrap, engine.prefix() + "rejected").size();
  }

  private void die(int number) throws InterruptedException {
    Death death = stream.deaths().get(number);
    writer.write(death.ledUp());
    int tills = death.lateTills();
    int enough = tills / 2 + random.nextInt(tills / 2);
    said.awaitRecommendations("late-" + number + "-", enough, PATIENCE);
    engine.kill();
    said.readToEnd();
    List<OutputLine> unheld = said.recommendations(engine.heldUntil(), Long.MAX_VALUE);
    Map<String, OutputLine> standing = OutputLine.standingById(unheld);
    standing.keySet().removeAll(OutputLine.standingById(expected.recommendations()).keySet());
    orphans.addAll(standing.keySet());
    places.add(
        "after %d of %d late tills' carts, with %d recommendations unheld"
            .formatted(enough, tills, unheld.size()));
  }

  private void dieStarting(Duration start) throws IOException, InterruptedException {
    long place = (long) (start.toMillis() * START * random.nextDouble());
    engine.launch(CrashEngine.SELDOM, CrashPlan.TASKS);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(place);
    Await.until("it is old enough", PATIENCE, () -> System.nanoTime() - end >= 0);
    engine.kill();
    places.add(
        "%d ms after it was started; the first start took %d".formatted(place, start.toMillis()));
  }

  /** What is still broken when everything has been read, and after the engine ended. */
  private List<String> end(long paused, long started) throws InterruptedException {
    try {
      Await.until(
          "all is as it should be", PATIENCE, () -> read.follow() && broken(paused).isEmpty());
    } catch (AssertionError e) {
      List<String> broken = broken(paused);
      broken.add(0, e.getMessage());
      return broken;
    }
    List<String> open = OpenTransactions.of(bootstrap, engine.prefix(), started);
    engine.stop();
    read.readToEnd();
    List<String> broken = broken(paused);
    open.forEach(it -> broken.add("a transaction of the dead is still open: " + it));
    if (rejected() != 1) {
      broken.add("one record is damaged, " + rejected() + " are rejected");
    }
    return broken;
  }

  private List<String> broken(long paused) {
    return new CrashInvariants(plan, expected).broken(read, paused);
  }

  @Override
  public void close() {
    engine.close();
    writer.close();
    said.close();
    read.close();
  }
}
