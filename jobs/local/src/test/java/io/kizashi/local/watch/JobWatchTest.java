package io.kizashi.local.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class JobWatchTest {
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long SECOND = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final JobFacts WELL = new JobFacts(true, 0, "", 3, 0, "");

  private final JobWatch watch =
      new JobWatch(() -> CompletableFuture.completedFuture(WELL), PATIENCE, () -> " (0 MB)");

  @Test
  void aJobThatIsWellSaysNothing() {
    assertThat(watch.look(WELL, TEN)).isEmpty();
    assertThat(watch.look(new JobFacts(true, 0, "", 9, 0, ""), TEN + SECOND)).isEmpty();
  }

  @Test
  void aFailureIsToldOnceAndSoIsThatItRunsAgain() {
    watch.look(WELL, TEN);
    JobFacts failed = new JobFacts(false, TEN, "java.io.IOException: away", 3, 0, "");

    assertThat(watch.look(failed, TEN))
        .containsExactly(
            "2026-03-01T10:00:00.000Z failed and starts again from its last checkpoint"
                + " (failures within ten minutes: 1): java.io.IOException: away");
    assertThat(watch.look(failed, TEN + SECOND)).isEmpty();
    JobFacts again = new JobFacts(true, TEN, "java.io.IOException: away", 3, 0, "");
    assertThat(watch.look(again, TEN + 7 * SECOND))
        .containsExactly("2026-03-01T10:00:07.000Z runs again after 7 s");
    assertThat(watch.look(again, TEN + 8 * SECOND)).isEmpty();
  }

  @Test
  void aRestartThatIsOverBeforeTheNextLookIsToldAllTheSame() {
    watch.look(WELL, TEN);
    assertThat(watch.look(new JobFacts(true, TEN, "away", 3, 0, ""), TEN + SECOND))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("runs again after 1 s");
  }

  @Test
  void everyCheckpointThatFailsIsToldAndThatTheyAreMadeAgain() {
    watch.look(WELL, TEN);
    assertThat(watch.look(new JobFacts(true, 0, "", 3, 1, "disk is full"), TEN))
        .singleElement()
        .asString()
        .contains("no checkpoint could be made, 1 in a row;", ": disk is full (0 MB)");
    assertThat(watch.look(new JobFacts(true, 0, "", 3, 3, "disk is full"), TEN))
        .singleElement()
        .asString()
        .contains("3 in a row");
    assertThat(watch.look(new JobFacts(true, 0, "", 4, 3, "disk is full"), TEN))
        .singleElement()
        .asString()
        .endsWith("checkpoints are made again, after 3 that failed");
    assertThat(watch.look(new JobFacts(true, 0, "", 4, 4, "disk is full"), TEN))
        .singleElement()
        .asString()
        .contains("1 in a row");
  }

  @Test
  void afterTwelveFailuresWithinTenMinutesItGivesUp() {
    watch.look(WELL, TEN);
    for (int i = 1; i <= JobWatch.MOST_RESTARTS; i++) {
      watch.look(failed(i), TEN + i * SECOND);
    }
    assertThatThrownBy(() -> watch.look(failed(13), TEN + 13 * SECOND))
        .isInstanceOf(GaveUp.class)
        .hasMessageContaining("failed 13 times within ten minutes")
        .hasMessageEndingWith("the last time: broken");
  }

  @Test
  void failuresThatAreFurtherApartAreNoReasonToGiveUp() {
    long apart = JobWatch.WITHIN.toMillis() / JobWatch.MOST_RESTARTS + SECOND;
    watch.look(WELL, TEN);
    for (int i = 1; i <= 100; i++) {
      assertThat(watch.look(failed(i), TEN + i * apart)).hasSize(1);
    }
  }

  @Test
  void aJobThatDoesNotAnswerIsNoNewsAndWhatHappenedIsToldOnceItDoes() {
    Deque<CompletableFuture<JobFacts>> answers = new ArrayDeque<>();
    JobWatch asking =
        new JobWatch(
            () -> {
              answers.add(new CompletableFuture<>());
              return answers.getLast();
            },
            PATIENCE,
            () -> "");
    answers.getLast().complete(WELL);
    asking.look(TEN);

    assertThat(asking.look(TEN + 60 * SECOND)).isEmpty();
    assertThat(answers).hasSize(2);
    answers.getLast().completeExceptionally(new TimeoutException("no answer"));
    assertThat(asking.look(TEN + 61 * SECOND)).isEmpty();
    answers.getLast().complete(failed(1));
    assertThat(asking.look(TEN + 61 * SECOND)).as("within a second").isEmpty();
    assertThat(asking.look(TEN + 62 * SECOND)).hasSize(1);
  }

  private static JobFacts failed(int times) {
    return new JobFacts(false, TEN + times, "broken", 3, 0, "");
  }
}
