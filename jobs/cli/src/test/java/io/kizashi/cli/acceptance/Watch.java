package io.kizashi.cli.acceptance;

import io.kizashi.local.kafka.Subscriber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notes for whom recommendations can be read, and since when. */
final class Watch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final Map<String, Long> readable = new ConcurrentHashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final CompletableFuture<Void> watching;

  Watch(String bootstrap, String prefix) {
    Subscriber subscriber = Subscriber.fromStart(bootstrap, prefix + "recommendations");
    this.watching =
        CompletableFuture.runAsync(
            () -> {
              try (subscriber) {
                while (!over.get()) {
                  subscriber
                      .poll(POLL)
                      .forEach(
                          record ->
                              readable.putIfAbsent(
                                  OutputLine.of(record.value()).get("customer"),
                                  System.currentTimeMillis()));
                }
              }
            },
            task -> new Thread(task, "watch").start());
  }

  /** By customer, milliseconds since the epoch. */
  Map<String, Long> readable() {
    return readable;
  }

  @Override
  public void close() {
    over.set(true);
    watching.join();
  }
}
