package io.kizashi.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessLifeTest {
  private final Process process;

  ProcessLifeTest() throws IOException {
    this.process = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void aProcessLivesUntilItIsKilled() throws InterruptedException {
    ProcessLife life = ProcessLife.of(1, process.toHandle());
    assertThat(life.isAlive()).isTrue();
    life.kill();
    assertThat(life.isAlive()).isFalse();
    assertThat(ends(process)).isTrue();
  }

  @Test
  void whoHasTheNumberOfADeadProcessIsLeftAlone() {
    Instant before = ProcessLife.of(1, process.toHandle()).started().minus(Duration.ofMinutes(1));
    ProcessLife stale = new ProcessLife(1, process.pid(), before);
    assertThat(stale.isAlive()).isFalse();
    stale.kill();
    stale.stop(Duration.ofSeconds(1));
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aClockThatWasPutRightBySecondsChangesNothing() {
    ProcessLife life = ProcessLife.of(1, process.toHandle());
    assertThat(new ProcessLife(1, life.pid(), life.started().minusSeconds(1)).isAlive()).isTrue();
  }

  @Test
  void oneThatDoesNotEndWhenAskedIsKilled() throws IOException, InterruptedException {
    Process deaf =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done")
            .start();
    try {
      // It says so once it no longer listens.
      assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");
      ProcessLife.of(1, deaf.toHandle()).stop(Duration.ofMillis(200));
      assertThat(ends(deaf)).isTrue();
    } finally {
      deaf.destroyForcibly();
    }
  }

  /** Whether it is dead, or is known to be soon: its parent hears of a death a moment after it. */
  private static boolean ends(Process process) throws InterruptedException {
    return process.waitFor(10, TimeUnit.SECONDS);
  }
}
