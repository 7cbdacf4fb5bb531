package io.kizashi.flink.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.flink.control.Adoption.Share;
import io.kizashi.flink.control.ControlRecord.Kind;
import io.kizashi.schema.Control;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Pause;
import io.kizashi.schema.RulebookStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdoptionTest {
  private static final long NOW = 70;
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> reports = new ArrayList<>();
  private final HandExecutor compiler = new HandExecutor();
  private final HandMailbox mailbox = new HandMailbox(() -> {});
  private final Adoption.Task task = task(mailbox);
  private List<Control> soFar = List.of();
  private int adopted;

  @Test
  void aCompilationThatEndsBeforeCloseComesIntoForceOnTheTasksThread() {
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(Publications.good(2), task);
      assertThat(adoption.isCompiling()).isTrue();
      assertThat(compiler.runNext()).isTrue();
      assertThat(version(adoption)).as("before the task's thread has its mail").isEqualTo(1);

      assertThat(mailbox.tryYield()).isTrue();

      assertThat(version(adoption)).isEqualTo(2);
      assertThat(adoption.isCompiling()).isFalse();
      assertThat(adopted).isEqualTo(1);
      assertThat(reports).containsExactly("ADOPTED 2");
    }
  }

  @Test
  void aCompilationThatEndsDuringCloseIsDroppedAndStaysInTheCheckpoint() throws Exception {
    CountDownLatch ending = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    HandMailbox closing =
        new HandMailbox(
            () -> {
              ending.countDown();
              awaitThough(closed);
            });
    List<Throwable> escaped = new CopyOnWriteArrayList<>();
    List<Thread> threads = new CopyOnWriteArrayList<>();
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work);
              made.setUncaughtExceptionHandler((of, e) -> escaped.add(e));
              threads.add(made);
              return made;
            });
    Adoption adoption = adoption(executor);
    adoption.receive(Publications.good(2), task(closing));
    assertThat(ending.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    List<ControlRecord> checkpoint = adoption.records(Share.OWN_AND_COMMON, NOW);

    closing.close();
    adoption.close();
    closed.countDown();

    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
    assertThat(escaped).isEmpty();
    assertThat(closing.size()).isZero();
    assertThat(reports).isEmpty();
    assertThat(version(restored(checkpoint))).isEqualTo(2);
  }

  @Test
  void aCompilationThatWouldEndAfterCloseNeverBeginsAndStaysInTheCheckpoint() {
    Adoption adoption = adoption(compiler);
    adoption.receive(Publications.good(2), task);
    List<ControlRecord> checkpoint = adoption.records(Share.OWN_AND_COMMON, NOW);

    adoption.close();

    assertThat(compiler.runNext()).isFalse();
    assertThat(mailbox.size()).isZero();
    assertThat(version(restored(checkpoint))).isEqualTo(2);
  }

  @Test
  void whatComesWhileOneIsCompiledWaitsAndTheHighestIsNext() {
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(Publications.good(2), task);
      adoption.receive(Publications.good(3), task);
      adoption.receive(Publications.good(4), task);
      settle();

      assertThat(version(adoption)).isEqualTo(4);
      assertThat(reports).containsExactly("ADOPTED 2", "OUTDATED 3", "ADOPTED 4");
    }
  }

  @Test
  void whatDoesNotCompileLeavesTheLastOneInForceAndIsReported() {
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(Publications.bad(2), task);
      settle();

      assertThat(version(adoption)).isEqualTo(1);
      assertThat(adopted).isZero();
      assertThat(reports).containsExactly("BROKEN 2");
    }
  }

  @Test
  void aPauseHoldsAtOnceAndNeedsNoCompiler() {
    Pause.Target sell = new Pause.Target("sell", "", "");
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(new Pause(sell, true, "kenji", ""), task);

      assertThat(adoption.of("c/c-1").pauses()).containsExactly(sell);
      assertThat(adoption.isCompiling()).isFalse();
    }
  }

  @Test
  void aPauseThatWasEndedDoesNotComeBackWhenItsInputRepeatsIt() {
    Pause.Target sell = new Pause.Target("sell", "", "");
    Pause begin = new Pause(sell, true, "kenji", "", 4);
    Pause end = new Pause(sell, false, "kenji", "", 9);
    soFar = List.of(begin, end);
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(begin, task);
      assertThat(adoption.of("c/c-1").pauses()).isEmpty();
      adoption.receive(end, task);

      adoption.receive(new Pause(sell, true, "kenji", "", 10), task);
      assertThat(adoption.of("c/c-1").pauses()).containsExactly(sell);
    }
  }

  @Test
  void aTopicThatBeganAnewIsHeardOnceItsInputHasCaughtUp() {
    Pause.Target sell = new Pause.Target("sell", "", "");
    soFar = List.of(new Pause(sell, false, "kenji", "", 9));
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(new Pause(sell, false, "kenji", "", 10), task);

      adoption.receive(new Pause(sell, true, "kenji", "", 0), task);

      assertThat(adoption.of("c/c-1").pauses()).containsExactly(sell);
    }
  }

  @Test
  void oneTaskWritesWhatAllKnowAndEveryTaskSinceWhenItsOwnHolds() {
    try (Adoption adoption = adoption(compiler)) {
      adoption.receive(Publications.good(2), task);

      assertThat(adoption.records(Share.OWN, NOW))
          .extracting(ControlRecord::kind)
          .containsExactly(Kind.SINCE);
      assertThat(adoption.records(Share.OWN_AND_COMMON, NOW))
          .extracting(ControlRecord::kind)
          .containsExactly(Kind.SINCE, Kind.PROVEN, Kind.ACTIVATION, Kind.WAITING);
    }
  }

  @Test
  void whatEveryTaskWritesNamesTheRulebookWithoutItsText() {
    try (Adoption adoption = adoption(compiler)) {
      ControlRecord own = adoption.records(Share.OWN, NOW).get(0);

      byte[] bytes = ControlJson.encode(own.control());
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .contains("\"version\":1", Publications.good(1).document().hash())
          .doesNotContain("moments");
      assertThat(ControlJson.publication(bytes, 0)).as("what a restore reads").isPresent();
    }
  }

  private Adoption adoption(ExecutorService executor) {
    return new Adoption(
        Publications.submitted(1), List.of(), soFar, new PendingPublications(0, 1), executor);
  }

  private Adoption restored(List<ControlRecord> checkpoint) {
    return new Adoption(
        Publications.submitted(1),
        checkpoint,
        soFar,
        new PendingPublications(0, 1),
        new HandExecutor());
  }

  private Adoption.Task task(HandMailbox mails) {
    return new Adoption.Task(() -> NOW, mails, this::report, () -> adopted++);
  }

  private void report(RulebookStatus status) {
    reports.add(status.word() + " " + status.rulebook().version());
  }

  /** Compiles and delivers until there is nothing left to do. */
  private void settle() {
    while (compiler.runNext()) {
      while (mailbox.tryYield()) {
        // Each mail may bring the next compilation.
      }
    }
  }

  private static long version(Adoption adoption) {
    return adoption.of("c/c-1").rules().ref().version();
  }

  /** A compiler that is told to stop still comes to its end. */
  private static void awaitThough(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        done = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) { // by close, while it ends
        done = false;
      }
    }
  }
}
