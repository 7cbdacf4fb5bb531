package io.kizashi.cli.acceptance;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Touchpoints at an even pace, and a heartbeat every 100 ms in every partition. One thread writes
 * them all, so what a heartbeat proves is so.
 */
final class Traffic implements AutoCloseable {
  private static final String TOPIC = "touchpoints";
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Producer<byte[], byte[]> producer;
  private final int partitions;
  private final int perSecond;
  private final Clock clock;
  private final Script script;
  private final long start = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final CompletableFuture<Void> writing;
  private long beats;
  private final AtomicLong told = new AtomicLong();

  /**
   * The stream's time.
   *
   * @param origin of the first touchpoint, milliseconds since the epoch
   * @param speed how much faster than this machine's clock it goes
   */
  record Clock(long origin, int speed) {
    static Clock ofThisMachine() {
      return new Clock(System.currentTimeMillis(), 1);
    }
  }

  /**
   * What happens.
   *
   * @param properties as JSON
   */
  record Visit(String type, String customer, String properties) {}

  /** What happens as the n-th, from 0. */
  interface Script {
    Visit visit(long number);
  }

  /** Begins at once. */
  Traffic(String bootstrap, int perSecond, Clock clock, Script script) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.script = script;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.partitions = producer.partitionsFor(TOPIC).size();
    this.writing = CompletableFuture.runAsync(this::run, task -> new Thread(task).start());
  }

  private void run() {
    while (!over.get()) {
      long elapsed = System.nanoTime() - start;
      while (told.get() * SECOND_NANOS / perSecond <= elapsed) {
        tell(told.getAndIncrement());
      }
      if (beats * BEAT_NANOS <= elapsed) {
        beats = elapsed / BEAT_NANOS + 1;
        beat();
      }
      LockSupport.parkNanos(BREATH_NANOS);
    }
  }

  /** The stream's time now, milliseconds since the epoch. */
  long now() {
    long elapsed = TimeUnit.NANOSECONDS.toMillis((System.nanoTime() - start) * clock.speed());
    return clock.origin() + elapsed;
  }

  private void tell(long number) {
    Visit visit = script.visit(number);
    String json =
        "{\"id\":\"t-%d\",\"type\":\"%s\",\"time\":\"%s\",\"customer\":\"%s\",\"channel\":\"web\",\"properties\":%s}"
            .formatted(
                number, visit.type(), Rfc3339.format(now()), visit.customer(), visit.properties());
    int partition = Math.floorMod(visit.customer().hashCode(), partitions);
    send(partition, json.getBytes(StandardCharsets.UTF_8));
  }

  private void beat() {
    byte[] beat = TouchpointJson.encodeHeartbeat(now());
    for (int partition = 0; partition < partitions; partition++) {
      send(partition, beat);
    }
  }

  private void send(int partition, byte[] value) {
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(TOPIC, partition, null, value),
            (metadata, e) -> failure.compareAndSet(null, e));
  }

  /** How many visits have been told. */
  long told() {
    return told.get();
  }

  /** Ends it; all of it is at the broker then. */
  @Override
  public void close() {
    over.set(true);
    writing.join();
    producer.close();
    Exception broken = failure.get();
    if (broken != null) {
      throw new AssertionError("the traffic could not be written", broken);
    }
  }
}
