package io.kizashi.pipeline;

import io.kizashi.flink.OutputRecord;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes answers as long as the broker takes them. One that can't be written is dropped, and
 * whoever asked asks again: no answer is worth a restart of the engine. It is said once until an
 * answer is written again, without what the answer holds.
 */
final class AnswerWriter implements SinkWriter<OutputRecord> {
  /** After a failure the topic is left alone for so long: a missing one is waited for each time. */
  static final long PAUSE_MILLIS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final LongSupplier clock;
  private final AtomicLong pausedUntil = new AtomicLong(Long.MIN_VALUE);
  private final AtomicBoolean isTold = new AtomicBoolean();

  /**
   * Over a producer that it closes.
   *
   * @param clock milliseconds that only ever grow
   */
  AnswerWriter(Producer<byte[], byte[]> producer, String topic, LongSupplier clock) {
    this.producer = producer;
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void write(OutputRecord answer, Context context) {
    if (clock.getAsLong() < pausedUntil.get()) {
      return;
    }
    try {
      Future<?> unused =
          producer.send(CloudEventSerializer.record(topic, answer), (metadata, e) -> answered(e));
    } catch (KafkaException e) {
      answered(e);
    }
  }

  private void answered(@Nullable Exception e) {
    if (e == null) {
      isTold.set(false);
      return;
    }
    pausedUntil.set(clock.getAsLong() + PAUSE_MILLIS);
    if (isTold.compareAndSet(false, true)) {
      LOG.warn(
          "answers can't be written to {} and are dropped, all else goes on; 'topics check' says"
              + " what the topic lacks: {}",
          topic,
          e.toString());
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    // An answer that is lost is asked for again.
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
