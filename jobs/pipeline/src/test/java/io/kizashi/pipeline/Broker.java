package io.kizashi.pipeline;

import io.kizashi.pipeline.topics.Topic;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real broker on loopback for one test class. */
final class Broker implements AutoCloseable {
  static final int PARTITIONS = 4;
  private static final byte[] KEY = {'k'};
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final String bootstrap;
  private final Map<String, Object> client;
  private final KafkaRaftServer server;

  Broker(Path folder) throws Exception {
    this(folder, Map.of(), Map.of());
  }

  /**
   * With settings of the test's own.
   *
   * @param more of the broker
   * @param login of whoever creates topics, sends and reads here
   */
  Broker(Path folder, Map<String, String> more, Map<String, String> login) throws Exception {
    int port;
    int controller;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      port = first.getLocalPort();
      controller = second.getLocalPort();
    }
    bootstrap = "127.0.0.1:" + port;
    client = new HashMap<>(login);
    client.put("bootstrap.servers", bootstrap);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    Map<String, String> settings = new HashMap<>(settings(folder, port, controller));
    settings.putAll(more);
    server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
  }

  private static Map<String, String> settings(Path folder, int port, int controller) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
        Map.entry("log.dir", folder.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("controlled.shutdown.enable", "false"),
        Map.entry("message.max.bytes", "8388608"));
  }

  String bootstrap() {
    return bootstrap;
  }

  /** May do everything. */
  Admin admin() {
    return Admin.create(client);
  }

  private Map<String, Object> client(String name, String value) {
    Map<String, Object> all = new HashMap<>(client);
    all.put(name, value);
    return all;
  }

  /** All topics of the engine, under a prefix of the test's own. */
  void createTopics(String prefix) throws Exception {
    createTopics(prefix, topic -> true);
  }

  /** Those of the engine's topics that are wanted. */
  void createTopics(String prefix, Predicate<Topic> wanted) throws Exception {
    try (Admin admin = admin()) {
      List<NewTopic> topics =
          Topics.all().stream()
              .filter(wanted)
              .map(
                  topic ->
                      new NewTopic(
                              prefix + topic.name(),
                              Optional.of(Math.min(topic.partitions(), PARTITIONS)),
                              Optional.of((short) 1))
                          .configs(topic.settings()))
              .toList();
      admin.createTopics(topics).all().get();
      // A broker of a busy machine lists them a little later.
      List<String> names = topics.stream().map(NewTopic::name).toList();
      while (!admin.listTopics().names().get().containsAll(names)) {
        Thread.onSpinWait();
      }
    }
  }

  void send(String topic, int partition, byte[] value) throws Exception {
    send(topic, partition, List.of(value));
  }

  void send(String topic, int partition, List<byte[]> values) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (byte[] value : values) {
        Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, KEY, value));
      }
      producer.flush();
    }
  }

  /** Committed records of a topic from its beginning, until one fits; fails if none comes. */
  List<ConsumerRecord<byte[], byte[]>> await(
      String topic, Predicate<ConsumerRecord<byte[], byte[]>> last) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            client("isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records.add(record);
          if (last.test(record)) {
            return records;
          }
        }
      }
    }
    throw new AssertionError(
        "waited in vain on " + topic + " after " + records.stream().map(Broker::text).toList());
  }

  /** All records of a topic up to its ends, each partition in its order. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            // Closing waits for the fetch under way, which else takes half a second.
            client("fetch.max.wait.ms", "10"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        if (System.nanoTime() > end) {
          throw new AssertionError(topic + " is not read to its end");
        }
      }
    }
    return records;
  }

  static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
