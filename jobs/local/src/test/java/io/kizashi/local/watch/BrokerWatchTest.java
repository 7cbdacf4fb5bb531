package io.kizashi.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.watch.BrokerWatch.Loss;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
  private static final long TEN = 1_772_359_200_000L;
  private static final long SECOND = 1_000;

  private final Deque<CompletableFuture<String>> asked = new ArrayDeque<>();
  private final BrokerWatch watch = new BrokerWatch(this::ask, TEN);

  @Test
  void aBrokerThatAnswersIsNoNewsAndIsAskedNowAndThen() {
    asked.getLast().complete("cluster");
    assertThat(watch.look(TEN + 4 * SECOND)).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(watch.look(TEN + 5 * SECOND)).isEmpty();
    assertThat(asked).hasSize(2);
    assertThat(watch.loss()).isEmpty();
  }

  @Test
  void oneThatIsLostIsToldOnceAndSoIsThatItIsFound() {
    fail();
    assertThat(watch.look(TEN + 5 * SECOND)).as("it may be this process").isEmpty();
    assertThat(watch.loss()).isEmpty();
    fail();
    assertThat(watch.look(TEN + 10 * SECOND))
        .containsExactly(
            "the broker does not answer; until it does, nothing is read or said: no answer in 5 s");
    assertThat(watch.loss()).contains(new Loss(TEN, "no answer in 5 s"));
    fail();
    assertThat(watch.look(TEN + 15 * SECOND)).isEmpty();

    assertThat(watch.look(TEN + 60 * SECOND)).as("still asked").isEmpty();
    asked.getLast().complete("cluster");
    assertThat(watch.look(TEN + 62 * SECOND))
        .containsExactly("the broker answers again after 62 s");
    assertThat(watch.loss()).isEmpty();
  }

  @Test
  void aQuestionThatIsLostWhileThisProcessStoodStillMeansNothing() {
    fail();
    assertThat(watch.look(TEN + 300 * SECOND)).isEmpty();
    asked.getLast().complete("cluster");
    assertThat(watch.look(TEN + 306 * SECOND)).isEmpty();
    assertThat(watch.loss()).isEmpty();
  }

  private CompletableFuture<String> ask() {
    asked.add(new CompletableFuture<>());
    return asked.getLast();
  }

  private void fail() {
    asked.getLast().completeExceptionally(new TimeoutException("no answer in 5 s"));
  }
}
