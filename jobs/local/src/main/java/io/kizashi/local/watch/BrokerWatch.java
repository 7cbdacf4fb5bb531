package io.kizashi.local.watch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Whether the broker answers: a job that reads nothing looks like one that has nothing to read. It
 * never waits. Not thread-safe.
 */
final class BrokerWatch {
  static final long APART_MILLIS = 5_000;

  /** One that is not answered may be this process's own doing, which stood still meanwhile. */
  private static final int UNANSWERED = 2;

  private final Supplier<? extends CompletableFuture<?>> broker;
  private CompletableFuture<?> answer;
  private long askedAt;
  private int unanswered;
  private Optional<Loss> loss = Optional.empty();

  /**
   * A broker that does not answer.
   *
   * @param since when the first question was asked in vain, milliseconds since the epoch
   * @param why in Kafka's words
   */
  record Loss(long since, String why) {}

  /**
   * Asks at once.
   *
   * @param broker what it is asked; fails where no answer comes in a few seconds
   * @param now milliseconds since the epoch
   */
  BrokerWatch(Supplier<? extends CompletableFuture<?>> broker, long now) {
    this.broker = broker;
    this.askedAt = now;
    this.answer = broker.get();
  }

  /** Of a broker that does not answer; empty while it does. */
  Optional<Loss> loss() {
    return loss.filter(it -> unanswered >= UNANSWERED);
  }

  /**
   * What has changed since the last look.
   *
   * @param now milliseconds since the epoch
   * @return lines for people
   */
  List<String> look(long now) {
    boolean isDue = answer.isCompletedExceptionally() || now - askedAt >= APART_MILLIS;
    if (!answer.isDone() || !isDue) {
      return List.of();
    }
    List<String> lines = answer.isCompletedExceptionally() ? missed() : found(now);
    askedAt = now;
    answer = broker.get();
    return lines;
  }

  private List<String> missed() {
    unanswered++;
    String why = why();
    loss = Optional.of(new Loss(loss.map(Loss::since).orElse(askedAt), why));
    return unanswered == UNANSWERED
        ? List.of("the broker does not answer; until it does, nothing is read or said: " + why)
        : List.of();
  }

  private List<String> found(long now) {
    Optional<Loss> told = loss();
    unanswered = 0;
    loss = Optional.empty();
    return told
        .map(it -> "the broker answers again after " + (now - it.since()) / 1000 + " s")
        .stream()
        .toList();
  }

  private String why() {
    try {
      answer.join();
      return "";
    } catch (CompletionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
  }
}
