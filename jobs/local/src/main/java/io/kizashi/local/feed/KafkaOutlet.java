package io.kizashi.local.feed;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.terminal.EnvironmentFault;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** One idempotent producer for records and heartbeats: a partition keeps their order. */
final class KafkaOutlet implements Outlet, Callback {
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024 * 1024;
  private static final int ENVELOPE_BYTES = 4 * 1024;

  private final String topic;
  private final int partitions;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  KafkaOutlet(String topic, Map<String, String> client) {
    this.topic = topic;
    String bootstrap = client.getOrDefault(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "");
    try (Brokers brokers = new Brokers(bootstrap, client)) {
      this.partitions = brokers.partitions(topic);
    }
    this.producer = new KafkaProducer<>(configuration(client));
  }

  private static Map<String, Object> configuration(Map<String, String> client) {
    Map<String, Object> all = new HashMap<>(client);
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    // With several, a first batch that a new partition refuses is overtaken by the second.
    all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    all.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    // A record of the largest size must pass, so that the engine rejects it and nobody loses it.
    all.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicPlan.largestTouchpoint() + 2 * ENVELOPE_BYTES);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return all;
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public void send(int partition, byte @Nullable [] key, byte[] value) {
    failIfBroken();
    try {
      Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, key, value), this);
    } catch (KafkaException e) {
      throw fault(e);
    }
  }

  /** Keeps the first failure for the sending thread. */
  @Override
  public void onCompletion(RecordMetadata metadata, @Nullable Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  private void failIfBroken() {
    Exception broken = failure.get();
    if (broken != null) {
      throw fault(broken);
    }
  }

  private EnvironmentFault fault(Exception e) {
    return new EnvironmentFault(
        "topic '"
            + topic
            + "' did not take a record: "
            + e.getMessage()
            + "; is the broker up, and is the topic's max.message.bytes "
            + TopicPlan.largestTouchpoint()
            + " or more?",
        e);
  }

  @Override
  public void close() {
    producer.flush();
    producer.close();
    failIfBroken();
  }
}
