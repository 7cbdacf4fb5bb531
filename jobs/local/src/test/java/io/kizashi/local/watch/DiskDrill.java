package io.kizashi.local.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.MemorySize;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** An engine that is watched, whose checkpoints can't be written while a file is in their way. */
final class DiskDrill implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final RulebookDocument RULEBOOK =
      new RulebookDocument(
          "rulebook.yaml",
          1,
          """
          rulebook: shop
          timezone: Asia/Tokyo
          moments:
            ordered: { kind: moment_of_truth, pattern: [{ event: order_placed }] }
          """);

  private final Running running = Running.withBroker(1, MemorySize.ofMebiBytes(128));
  private final EngineWatch watch;
  private final Subscriber moments;
  private final Path disk;
  private final Path aside;
  private final List<String> told = new ArrayList<>();

  /** Customers to whom something was said so that all may read it, and when. */
  private final Map<String, Long> said = new LinkedHashMap<>();

  /**
   * Starts the engine and waits for a checkpoint.
   *
   * @param settings besides those that every engine needs
   */
  DiskDrill(Path folder, String checkpoints, String properties, String settings)
      throws IOException {
    Brokers.createOnOneNode(running.bootstrap(), "");
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s', properties: { %s } }
        checkpoints: { folder: state, %s }
        %s
        """
            .formatted(running.bootstrap(), properties, checkpoints, settings);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    PipelineConfig config =
        reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
    LocalJob job = running.start("engine", Running.engine(config, RULEBOOK), Duration.ofMinutes(1));
    watch = EngineWatch.open(config);
    watch.begin(job, System.currentTimeMillis());
    Map<String, String> client =
        Map.of("bootstrap.servers", running.bootstrap(), "isolation.level", "read_committed");
    moments = Subscriber.fromStart(client, "moments");
    disk = onlyFolder(Path.of(URI.create(StateFolder.of(config).uri())));
    aside = folder.resolve("aside");
    await(this::hasCheckpoint);
  }

  String bootstrap() {
    return running.bootstrap();
  }

  /** From now on no checkpoint can be made. */
  void block() throws IOException {
    Files.move(disk, aside);
    Files.createFile(disk);
  }

  /** From now on they can. */
  void free() throws IOException {
    Files.delete(disk);
    Files.move(aside, disk);
  }

  void order(String customer) throws Exception {
    String order =
        "{\"id\":\"e-%s\",\"type\":\"order_placed\",\"time\":\"%s\",\"customer\":\"%s\"}"
            .formatted(customer, Instant.now(), customer);
    Map<String, Object> client = Map.of("bootstrap.servers", running.bootstrap());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("touchpoints", order)).get();
    }
  }

  /** Looks until something is reached. */
  void await(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      for (ConsumerRecord<byte[], byte[]> record : moments.poll(Duration.ofMillis(100))) {
        String customer = new String(record.key(), UTF_8);
        assertThat(said.put(customer, record.timestamp())).as("twice: %s", customer).isNull();
      }
      told.addAll(watch.look(System.currentTimeMillis()));
      assertThat(System.nanoTime()).as("said %s, told %s", said, told).isLessThan(end);
    }
  }

  void awaitSaid(String customer) {
    await(() -> said.containsKey(customer));
  }

  /** When something was said to a customer, milliseconds since the epoch; 0 for never. */
  long saidAt(String customer) {
    return said.getOrDefault(customer, 0L);
  }

  boolean isTold(String what) {
    return told.stream().anyMatch(line -> line.contains(what));
  }

  /** Checkpoints, the most that were told. */
  int failedInARow() {
    return told.stream()
        .filter(line -> line.contains("no checkpoint could be made"))
        .mapToInt(line -> Integer.parseInt(line.replaceFirst(".*made, (\\d+) in a row.*", "$1")))
        .max()
        .orElse(0);
  }

  private static Path onlyFolder(Path of) throws IOException {
    try (var all = Files.list(of)) {
      return all.filter(Files::isDirectory).findAny().orElseThrow();
    }
  }

  private boolean hasCheckpoint() {
    try (var all = Files.list(disk)) {
      return all.anyMatch(it -> Files.exists(it.resolve("_metadata")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    moments.close();
    watch.close();
    running.close();
  }
}
