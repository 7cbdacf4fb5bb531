package io.kizashi.pipeline;

import io.kizashi.schema.TouchpointJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a heartbeat to the partition whose number it gets, where its {@link Pulse} allows one. It
 * does not wait for answers: a broker that stands still holds up no checkpoint. Not transactional,
 * since that would prove time too late.
 */
final class HeartbeatSink implements Sink<Integer> {
  private static final long serialVersionUID = 1L;

  /** A producer that has lost its broker asks for the topic again; it is tried again as well. */
  private static final String PATIENCE_MILLIS = "1000";

  private final Properties client;
  private final String topic;
  private final int partitions;

  HeartbeatSink(PipelineConfig config, int partitions) {
    this.client = new KafkaSinks(config).properties();
    client.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    this.topic = config.topic(Topics.TOUCHPOINTS);
    this.partitions = partitions;
  }

  @Override
  public SinkWriter<Integer> createWriter(WriterInitContext context) {
    // Whatever failed may have been the broker, for longer than this writer knows of.
    boolean afterFailure = context.getTaskInfo().getAttemptNumber() > 0;
    long silence = afterFailure ? Pulse.LONGEST_SILENCE : Pulse.SHORTEST_SILENCE;
    return new Writer(
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer()),
        topic,
        partitions,
        silence,
        Clocks.OF_THIS_MACHINE);
  }

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

  /** One task's part. */
  static final class Writer implements SinkWriter<Integer> {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Clocks clocks;
    private final List<Pulse> pulses = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> broken = new AtomicReference<>();

    /**
     * Begins with a silence.
     *
     * @param silence milliseconds
     */
    Writer(
        Producer<byte[], byte[]> producer,
        String topic,
        int partitions,
        long silence,
        Clocks clocks) {
      this.producer = producer;
      this.topic = topic;
      this.clocks = clocks;
      long silentUntil = clocks.now() + silence;
      for (int i = 0; i < partitions; i++) {
        pulses.add(new Pulse(silentUntil));
      }
    }

    @Override
    public void write(Integer partition, Context context) throws IOException {
      Exception failure = broken.get();
      if (failure != null) {
        throw new IOException("heartbeats can't be written to " + topic, failure);
      }
      Pulse pulse = pulses.get(partition);
      OptionalLong time = pulse.beat(clocks.now(), clocks.day().getAsLong());
      if (time.isPresent()) {
        send(partition, pulse, time.getAsLong());
      }
    }

    private void send(int partition, Pulse pulse, long time) {
      byte[] heartbeat = TouchpointJson.encodeHeartbeat(time);
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
}
