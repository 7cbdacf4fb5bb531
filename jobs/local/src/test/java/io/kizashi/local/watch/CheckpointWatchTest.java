package io.kizashi.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The line that says that nothing is decided, by the watch that people read. */
class CheckpointWatchTest {
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long PATIENCE = Duration.ofMinutes(5).toMillis();

  private final JobWatch watch =
      new JobWatch(
          () -> CompletableFuture.completedFuture(facts(true, 0, 3)),
          Duration.ofMillis(PATIENCE),
          () -> "");

  @Test
  void withoutACheckpointForItsPatienceItStopsDecidingAndTheNextOneEndsThat() {
    watch.look(facts(true, 0, 3), TEN);
    assertThat(watch.look(facts(true, 0, 4), TEN + 1_000)).isEmpty();

    assertThat(watch.look(facts(true, 0, 4), TEN + 1_000 + PATIENCE)).isEmpty();
    assertThat(isHolding()).isFalse();
    assertThat(watch.look(facts(true, 0, 4), TEN + 2_000 + PATIENCE))
        .containsExactly(
            "2026-03-01T10:05:02.000Z stops deciding: no checkpoint has been complete for 301 s;"
                + " it goes on by itself once one is");
    assertThat(isHolding()).isTrue();
    assertThat(watch.look(facts(true, 0, 4), TEN + 3_000 + PATIENCE)).as("told once").isEmpty();

    assertThat(watch.look(facts(true, 0, 5), TEN + 2 * PATIENCE))
        .containsExactly("2026-03-01T10:10:00.000Z decides again: a checkpoint is complete");
    assertThat(isHolding()).isFalse();
    assertThat(watch.standing().orElseThrow().checkpointAt()).hasValue(TEN + 2 * PATIENCE);
  }

  @Test
  void tasksThatStartAnewDecideForAsLongAgain() {
    watch.look(facts(true, 0, 3), TEN);
    assertThat(watch.look(facts(true, 0, 3), TEN + PATIENCE + 1)).hasSize(1);
    assertThat(watch.look(facts(false, TEN, 3), TEN + PATIENCE + 2)).hasSize(1);

    assertThat(watch.look(facts(true, TEN, 3), TEN + PATIENCE + 2_002))
        .singleElement()
        .asString()
        .endsWith("runs again after 2 s");
    assertThat(isHolding()).isFalse();
    assertThat(watch.look(facts(true, TEN, 3), TEN + 2 * PATIENCE + 2_002)).isEmpty();
    assertThat(watch.look(facts(true, TEN, 3), TEN + 2 * PATIENCE + 2_003))
        .singleElement()
        .asString()
        .contains("stops deciding");
  }

  @Test
  void aJobThatIsDownDecidesNothingAnywayAndIsNotSaidToStop() {
    watch.look(facts(true, 0, 3), TEN);
    assertThat(watch.look(facts(false, TEN, 3), TEN + 1)).hasSize(1);
    assertThat(watch.look(facts(false, TEN, 3), TEN + 3 * PATIENCE)).isEmpty();
    assertThat(watch.look(facts(true, TEN, 3), TEN + 4 * PATIENCE))
        .singleElement()
        .asString()
        .contains("runs again");
    assertThat(isHolding()).isFalse();
  }

  private boolean isHolding() {
    return watch.standing().orElseThrow().isHolding();
  }

  private static JobFacts facts(boolean isRunning, long failedAt, long checkpoints) {
    return new JobFacts(isRunning, failedAt, "broken", checkpoints, 0, "");
  }
}
