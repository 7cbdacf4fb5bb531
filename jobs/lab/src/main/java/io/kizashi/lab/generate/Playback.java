package io.kizashi.lab.generate;

import io.kizashi.pipeline.Topics;
import io.kizashi.schema.TouchpointJson;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a population to Kafka as its sources would: each touchpoint to its partition when it
 * arrives, and to every partition that does not stand still a heartbeat for every second.
 */
final class Playback implements AutoCloseable {
  private static final long BEAT = 1_000;

  private final Pauses pauses;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final long end;
  private long nextBeat;
  private long touchpoints;

  Playback(String bootstrap, DayPlan plan, Pauses pauses) {
    this.pauses = pauses;
    this.nextBeat = plan.start();
    this.end = plan.start() + DayPlan.END;
    this.producer =
        new KafkaProducer<>(
            // With several requests under way, one that a new partition refuses is overtaken.
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "linger.ms",
                5,
                "acks",
                "all",
                "max.in.flight.requests.per.connection",
                1),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends what arrives next, behind all heartbeats that come before it. */
  void send(DelayedTouchpoint arrival) {
    for (; nextBeat < arrival.at(); nextBeat += BEAT) {
      for (int partition = 0; partition < DayPlan.PARTITIONS; partition++) {
        if (!pauses.holds(partition, nextBeat)) {
          prove(partition, nextBeat);
        }
      }
    }
    byte[] key = arrival.touchpoint().cameUnder().id().getBytes(StandardCharsets.UTF_8);
    write(arrival.partition(), key, TouchpointJson.encode(arrival.touchpoint()));
    touchpoints++;
  }

  /**
   * The end: every deadline passes, and the morning after.
   *
   * @return the time that is proven everywhere
   */
  long end() {
    for (int partition = 0; partition < DayPlan.PARTITIONS; partition++) {
      prove(partition, end);
    }
    producer.flush();
    failIfBroken();
    return end;
  }

  long touchpoints() {
    return touchpoints;
  }

  private void prove(int partition, long time) {
    write(partition, null, TouchpointJson.encodeHeartbeat(time));
  }

  private void write(int partition, byte @Nullable [] key, byte[] value) {
    failIfBroken();
    try {
      Future<?> unused =
          producer.send(
              new ProducerRecord<>(Topics.TOUCHPOINTS, partition, key, value),
              (metadata, e) -> failure.compareAndSet(null, e));
    } catch (KafkaException e) {
      throw new EnvironmentFault("the broker took no touchpoint: " + e.getMessage(), e);
    }
  }

  private void failIfBroken() {
    Exception broken = failure.get();
    if (broken != null) {
      throw new EnvironmentFault("the broker took no touchpoint: " + broken.getMessage(), broken);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
