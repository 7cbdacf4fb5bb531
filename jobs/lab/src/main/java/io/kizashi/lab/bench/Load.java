package io.kizashi.lab.bench;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes generated touchpoints, the same for the same numbers. */
final class Load implements AutoCloseable {
  /** In the ids of records that are answered at once, by floors and product alike. */
  static final String START = "marker-start-";

  static final String END = "marker-end-";

  /** Markers of each kind in every partition: several, so that every task gets some. */
  static final int MARKERS = 8;

  private static final long BASE = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final long SEED = 42;
  private static final int HEARTBEAT_EVERY = 1_000;
  private static final long SPAN_MILLIS = 3_600_000;

  private final String topic;
  private final int partitions;
  private final Producer<byte[], byte[]> producer;

  Load(String bootstrap, String topic, int partitions, int lingerMillis) {
    this.topic = topic;
    this.partitions = partitions;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", lingerMillis),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Touchpoints of an hour between two rows of markers; one in ten is a cart, a few are orders. */
  void preload(int touchpoints, int customers) {
    Random random = new Random(SEED);
    markers(START, BASE);
    for (int i = 0; i < touchpoints; i++) {
      long time = BASE + SPAN_MILLIS * i / touchpoints;
      int die = random.nextInt(100);
      String type = die < 10 ? "cart_updated" : die < 13 ? "order_placed" : "page_viewed";
      send("e-" + i, type, time, "c-" + random.nextInt(customers), random.nextInt(10_000));
      if (i % HEARTBEAT_EVERY == 0) {
        heartbeat(time);
      }
    }
    markers(END, BASE + SPAN_MILLIS);
    producer.flush();
  }

  private void markers(String name, long time) {
    for (int partition = 0; partition < partitions; partition++) {
      for (int i = 0; i < MARKERS; i++) {
        String id = name + partition + "-" + i;
        byte[] value = touchpoint(id, "bench_marker", time, id, 0);
        Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, bytes(id), value));
      }
    }
  }

  /** Sends one touchpoint to the partition of its customer. */
  void send(String id, String type, long time, String customer, int cartValue) {
    byte[] value = touchpoint(id, type, time, customer, cartValue);
    Future<?> unused = producer.send(new ProducerRecord<>(topic, bytes(customer), value));
  }

  /** Proves a time in every partition. */
  void heartbeat(long time) {
    byte[] value = TouchpointJson.encodeHeartbeat(time);
    for (int partition = 0; partition < partitions; partition++) {
      Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, null, value));
    }
  }

  private static byte[] touchpoint(
      String id, String type, long time, String customer, int cartValue) {
    return bytes(
        "{\"id\":\""
            + id
            + "\",\"type\":\""
            + type
            + "\",\"time\":\""
            + Rfc3339.format(time)
            + "\",\"customer\":\""
            + customer
            + "\",\"channel\":\"web\",\"session\":\"s-"
            + customer
            + "\",\"properties\":{\"cartValue\":"
            + cartValue
            + ",\"page\":\"/products/shoes/42\"}}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
