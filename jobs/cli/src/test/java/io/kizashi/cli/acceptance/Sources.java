package io.kizashi.cli.acceptance;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What writes touchpoints: one source a partition, each with a heartbeat every 100 ms behind what
 * it has written, unless the engine writes them. A source may hold back what it has to say. It
 * never waits: a producer takes nothing more while it knows no broker, and shoppers go on buying.
 */
final class Sources implements AutoCloseable {
  private static final long BEAT_MILLIS = 100;
  private static final Duration END = Duration.ofSeconds(5);

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final List<Source> sources = new ArrayList<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

  Sources(String bootstrap, String prefix, boolean beating) {
    this.topic = prefix + "touchpoints";
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.partitionsFor(topic);
    for (int partition = 0; partition < TopicReader.PARTITIONS; partition++) {
      sources.add(new Source(partition));
    }
    if (beating) {
      Future<?> unused =
          heart.scheduleAtFixedRate(
              () -> sources.forEach(Source::beat), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  List<Source> all() {
    return sources;
  }

  Source of(int partition) {
    return sources.get(partition);
  }

  /** Everything is at the broker. */
  void flush() throws InterruptedException, ExecutionException {
    for (Source source : sources) {
      source.writing.submit(producer::flush).get();
    }
    Exception broken = failure.get();
    if (broken != null) {
      throw new AssertionError("a source could not write", broken);
    }
  }

  @Override
  public void close() {
    heart.shutdownNow();
    sources.forEach(source -> source.writing.shutdownNow());
    producer.close(END);
  }

  /** The only writer of a partition: its heartbeats and touchpoints keep their order. */
  final class Source {
    private final int partition;
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final Deque<byte[]> held = new ArrayDeque<>();
    private boolean holding;
    private int touchpoints;

    private Source(int partition) {
      this.partition = partition;
    }

    /** Tells of something that happens now, and returns when that is. */
    synchronized long tell(String type, String customer) {
      long now = System.currentTimeMillis();
      String json =
          "{\"id\":\"e-%d-%d\",\"type\":\"%s\",\"time\":\"%s\",\"customer\":\"%s\"}"
              .formatted(partition, touchpoints++, type, Rfc3339.format(now), customer);
      write(json.getBytes(StandardCharsets.UTF_8));
      return now;
    }

    private synchronized void beat() {
      write(TouchpointJson.encodeHeartbeat(System.currentTimeMillis()));
    }

    synchronized void hold() {
      holding = true;
    }

    synchronized void release() {
      holding = false;
      while (!held.isEmpty()) {
        write(held.remove());
      }
    }

    private void write(byte[] value) {
      if (holding) {
        held.add(value);
        return;
      }
      writing.execute(() -> send(value));
    }

    private void send(byte[] value) {
      Future<?> unused =
          producer.send(
              new ProducerRecord<>(topic, partition, null, value),
              (metadata, e) -> failure.compareAndSet(null, e));
    }
  }
}
