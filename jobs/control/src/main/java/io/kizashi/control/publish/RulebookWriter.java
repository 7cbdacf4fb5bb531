package io.kizashi.control.publish;

import io.kizashi.schema.Bounds;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.terminal.InputFault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes single records, each acknowledged by all replicas before the next. */
public final class RulebookWriter implements AutoCloseable {
  /** Bytes that key and batch may add around a value; more than enough. */
  private static final int ENVELOPE_BYTES = 4 * 1024;

  private static final int PATIENCE_MILLIS = 15_000;

  private final Site site;
  private final KafkaProducer<byte[], byte[]> producer;

  public RulebookWriter(Site site) {
    this.site = site;
    Map<String, Object> all = new HashMap<>(site.client());
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Bounds.CONTROL_BYTES);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    ByteArraySerializer bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(all, bytes, bytes);
  }

  /**
   * Writes a record.
   *
   * @return its offset
   * @throws InputFault if it is larger than the engine reads
   * @throws EnvironmentFault if Kafka does not take it
   */
  public long write(String topic, String key, byte[] value) {
    int most = Bounds.CONTROL_BYTES - ENVELOPE_BYTES;
    if (value.length > most) {
      throw new InputFault(
          String.format("the record has %,d bytes, and at most %,d are taken", value.length, most));
    }
    return write(
        new ProducerRecord<>(site.topic(topic), 0, key.getBytes(StandardCharsets.UTF_8), value));
  }

  /**
   * Takes away what was written under a key.
   *
   * @throws EnvironmentFault if Kafka does not take that
   */
  void remove(String topic, String key) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    long unused = write(new ProducerRecord<>(site.topic(topic), 0, name, null));
  }

  /**
   * Writes a record without a key.
   *
   * @return its offset
   * @throws EnvironmentFault if Kafka does not take it
   */
  long write(String topic, int partition, byte[] value) {
    return write(new ProducerRecord<>(site.topic(topic), partition, null, value));
  }

  private long write(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get().offset();
    } catch (ExecutionException | KafkaException e) {
      throw new EnvironmentFault(
          "topic '" + record.topic() + "' did not take the record: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted while writing to Kafka", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
