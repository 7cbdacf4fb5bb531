package io.kizashi.cli.acceptance;

import io.kizashi.local.feed.Feeder;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes parts of a recorded stream as {@code feed} would write the whole, without its end. */
final class CrashWriter implements AutoCloseable {
  /** Heartbeats lie so many records apart. */
  private static final int APART = 50;

  /** Past every deadline of the rulebook. */
  private static final Duration PAST = Duration.ofDays(40);

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private long newest = Long.MIN_VALUE;

  CrashWriter(String bootstrap, String prefix) {
    this.topic = prefix + "touchpoints";
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Writes lines, and behind them the proof of the newest time so far. */
  void write(List<String> lines) {
    for (String line : lines) {
      byte[] value = line.getBytes(StandardCharsets.UTF_8);
      if (TouchpointJson.decode(value, 0, Long.MAX_VALUE) instanceof Decoding.Decoded decoded) {
        newest = Math.max(newest, decoded.touchpoint().time());
        String customer = decoded.touchpoint().cameUnder().id();
        send(new ProducerRecord<>(topic, customer.getBytes(StandardCharsets.UTF_8), value));
      } else {
        send(new ProducerRecord<>(topic, value)); // a damaged one
      }
      if (sent.size() % APART == 0) {
        beat(TouchpointJson.encodeHeartbeat(newest));
      }
    }
    beat(TouchpointJson.encodeHeartbeat(newest));
    flush();
  }

  /** Nothing follows: every deadline may be judged. */
  void end() {
    beat(TouchpointJson.encodeHeartbeat(newest + PAST.toMillis(), Feeder.SOURCE, Meaning.END));
    flush();
  }

  private void beat(byte[] heartbeat) {
    for (int partition = 0; partition < TopicReader.PARTITIONS; partition++) {
      send(new ProducerRecord<>(topic, partition, null, heartbeat));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    sent.add(producer.send(record));
  }

  private void flush() {
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError("the stream could not be written", e);
      }
    }
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
