package io.kizashi.cli.acceptance;

import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes rulebooks to their topic as it likes, and reads what the engine's tasks say of them. */
final class ShopPublications implements AutoCloseable {
  private final String bootstrap;
  private final String prefix;
  private final Producer<byte[], byte[]> producer;

  ShopPublications(String bootstrap) {
    this(bootstrap, "");
  }

  /**
   * On the topics of one engine.
   *
   * @param prefix of their names
   */
  ShopPublications(String bootstrap, String prefix) {
    this.bootstrap = bootstrap;
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends one on its way. */
  Future<RecordMetadata> send(String name, long version, String text, String by) {
    RulebookDocument document = new RulebookDocument(by + ".yaml", version, text);
    Publication publication =
        new Publication(name, document, Optional.empty(), Publication.SUBMITTED, by, "");
    byte[] key = publication.key().getBytes(StandardCharsets.UTF_8);
    return producer.send(
        new ProducerRecord<>(prefix + "rulebooks", key, ControlJson.encode(publication)));
  }

  /** Writes one; it is on the topic then. */
  void write(String name, long version, String text) {
    try {
      send(name, version, text, "drill").get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("version " + version + " could not be written", e);
    }
  }

  /** All that lie on the topic, in their order. */
  List<Publication> all() {
    return TopicReader.read(bootstrap, prefix + "rulebooks").stream()
        .flatMap(record -> ControlJson.publication(record.value(), record.offset()).stream())
        .toList();
  }

  /**
   * What the tasks have said, in their order.
   *
   * @param since the broker's clock, milliseconds since the epoch
   */
  List<OutputLine> answers(long since) {
    return TopicReader.read(bootstrap, prefix + "rulebook-status").stream()
        .filter(record -> record.timestamp() >= since)
        .map(record -> OutputLine.of(record.value()))
        .toList();
  }

  /** What each task decides by, as {@code VERSION HASH PERCENT}, by its number. */
  Map<Integer, String> inForce(long since) {
    Map<Integer, String> inForce = new TreeMap<>();
    for (OutputLine answer : answers(since)) {
      if (isAdopted(answer)) {
        String percent = " " + answer.get("percent");
        inForce.put(
            answer.json().path("task").asInt(), version(answer) + " " + hash(answer) + percent);
      }
    }
    return inForce;
  }

  static boolean isAdopted(OutputLine answer) {
    return answer.get("status").equals("adopted");
  }

  static long version(OutputLine answer) {
    return answer.json().path("rulebook").path("version").asLong();
  }

  static String hash(OutputLine answer) {
    return answer.json().path("rulebook").path("hash").asText();
  }

  @Override
  public void close() {
    producer.close();
  }
}
