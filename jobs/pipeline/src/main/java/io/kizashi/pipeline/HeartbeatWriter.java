package io.kizashi.pipeline;

import io.kizashi.schema.TouchpointJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the engine's heartbeats: of the partitions that there were at the start, and of those that
 * are added. What lies in an added one is not read before the source looks for it, so until then no
 * partition proves any time.
 */
final class HeartbeatWriter implements SinkWriter<Integer> {
  /** Whose heartbeats these are, for whoever reads the topic. */
  static final String SOURCE = "engine";

  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatWriter.class);

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Silence silence;
  private final Clocks clocks;
  private final List<Pulse> pulses = new ArrayList<>();

  /** Partitions that are told of; the others go with the first. */
  private final int told;

  private final AtomicReference<@Nullable Exception> broken = new AtomicReference<>();

  /**
   * The two clocks that a heartbeat goes by.
   *
   * @param steady milliseconds that only ever grow
   * @param day the time of day, milliseconds since the epoch
   */
  record Clocks(LongSupplier steady, LongSupplier day) {
    static final Clocks OF_THIS_MACHINE =
        new Clocks(
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), System::currentTimeMillis);

    long now() {
      return steady.getAsLong();
    }
  }

  /**
   * For how long nothing is proven.
   *
   * @param atStart milliseconds
   * @param forNewPartition milliseconds from when it is seen, until it is read for certain
   */
  record Silence(long atStart, long forNewPartition) {}

  /** Begins with a silence. */
  HeartbeatWriter(
      Producer<byte[], byte[]> producer,
      String topic,
      int partitions,
      Silence silence,
      Clocks clocks) {
    this.producer = producer;
    this.topic = topic;
    this.told = partitions;
    this.silence = silence;
    this.clocks = clocks;
    addPulses(partitions, clocks.now() + silence.atStart());
  }

  private void addPulses(int partitions, long silentUntil) {
    while (pulses.size() < partitions) {
      pulses.add(new Pulse(silentUntil));
    }
  }

  @Override
  public void write(Integer partition, Context context) throws IOException {
    Exception failure = broken.get();
    if (failure != null) {
      throw new IOException("heartbeats can't be written to " + topic, failure);
    }
    beat(partition);
    if (partition == 0) {
      lookForPartitions();
      for (int added = told; added < pulses.size(); added++) {
        beat(added);
      }
    }
  }

  private void beat(int partition) {
    Pulse pulse = pulses.get(partition);
    OptionalLong time = pulse.beat(clocks.now(), clocks.day().getAsLong());
    if (time.isPresent()) {
      send(partition, pulse, time.getAsLong());
    }
  }

  private void lookForPartitions() {
    int known = pulses.size();
    int found = found();
    if (found > known) {
      LOG.warn(
          "{} has {} partitions, {} before: time stands for {} s, until the new ones are read",
          topic,
          found,
          known,
          TimeUnit.MILLISECONDS.toSeconds(silence.forNewPartition()));
      long until = clocks.now() + silence.forNewPartition();
      pulses.forEach(pulse -> pulse.silence(until));
      addPulses(found, until);
    }
  }

  private int found() {
    try {
      return producer.partitionsFor(topic).size();
    } catch (RetriableException e) { // a broker that is away; what it knows is asked for again
      return 0;
    } catch (KafkaException e) {
      broken.compareAndSet(null, e);
      return 0;
    }
  }

  private void send(int partition, Pulse pulse, long time) {
    byte[] heartbeat = TouchpointJson.encodeHeartbeat(time, SOURCE);
    try {
      Future<?> unused =
          producer.send(
              new ProducerRecord<>(topic, partition, time, null, heartbeat),
              (metadata, e) -> answered(pulse, e));
    } catch (KafkaException e) {
      answered(pulse, e);
    }
  }

  private void answered(Pulse pulse, @Nullable Exception e) {
    if (e == null) {
      pulse.answered(clocks.now());
    } else if (e instanceof RetriableException) {
      pulse.failed();
    } else {
      broken.compareAndSet(null, e);
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    // A heartbeat that is lost is followed by another.
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
