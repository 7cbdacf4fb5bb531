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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose checkpoints can't be written for a while. */
@Timeout(120)
class FullDiskTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
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

  /** More than the failures in a row after which the job used to go back and begin again. */
  private static final int FAILED_IN_A_ROW = 15;

  /** Customers to whom something was said, in its order, and when. */
  private final Map<String, Long> said = new LinkedHashMap<>();

  private final List<String> told = new ArrayList<>();

  @Test
  void nothingIsDecidedWhileNoCheckpointCanBeMadeAndItGoesOnByItself(@TempDir Path folder)
      throws Exception {
    try (Running running = Running.withBroker(1, MemorySize.ofMebiBytes(128))) {
      Brokers.createOnOneNode(running.bootstrap(), "");
      PipelineConfig config = config(folder, running.bootstrap());
      LocalJob job =
          running.start("engine", Running.engine(config, RULEBOOK), Duration.ofMinutes(1));
      try (EngineWatch watch = EngineWatch.open(config);
          Subscriber moments = Subscriber.fromStart(running.bootstrap(), "moments")) {
        watch.begin(job, System.currentTimeMillis());
        Runnable look = () -> look(watch, moments);
        order(running, "before");
        await(look, () -> said.containsKey("before"));
        Path disk = onlyFolder(Path.of(URI.create(StateFolder.of(config).uri())));
        await(look, () -> hasCheckpoint(disk));

        Path aside = folder.resolve("aside");
        Files.move(disk, aside);
        Files.createFile(disk);
        await(look, () -> isTold("stops deciding") && failedInARow() >= FAILED_IN_A_ROW);
        order(running, "meanwhile");
        int failed = failedInARow();
        await(look, () -> failedInARow() >= failed + FAILED_IN_A_ROW);
        long freed = System.currentTimeMillis();
        Files.delete(disk);
        Files.move(aside, disk);
        await(look, () -> isTold("decides again") && said.containsKey("meanwhile"));

        assertThat(isTold(" MB are free in " + disk.getParent())).as("%s", told).isTrue();
        assertThat(said.get("meanwhile")).as("when it was said").isGreaterThanOrEqualTo(freed);
        order(running, "after");
        await(look, () -> said.containsKey("after"));
        assertThat(isTold("failed and starts again")).as("%s", told).isFalse();
      }
    }
  }

  private void look(EngineWatch watch, Subscriber moments) {
    for (ConsumerRecord<byte[], byte[]> record : moments.poll(Duration.ofMillis(100))) {
      String customer = new String(record.key(), UTF_8);
      assertThat(said.put(customer, record.timestamp())).as("said twice: %s", customer).isNull();
    }
    told.addAll(watch.look(System.currentTimeMillis()));
  }

  private void await(Runnable look, BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      look.run();
      assertThat(System.nanoTime()).as("said %s, told %s", said, told).isLessThan(end);
    }
  }

  private boolean isTold(String what) {
    return told.stream().anyMatch(line -> line.contains(what));
  }

  private int failedInARow() {
    return told.stream()
        .filter(line -> line.contains("no checkpoint could be made"))
        .mapToInt(line -> Integer.parseInt(line.replaceFirst(".*made, (\\d+) in a row.*", "$1")))
        .max()
        .orElse(0);
  }

  private static PipelineConfig config(Path folder, String bootstrap) throws IOException {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s' }
        checkpoints: { folder: state, interval: 100ms, patience: 1s }
        """
            .formatted(bootstrap);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static Path onlyFolder(Path of) throws IOException {
    try (var all = Files.list(of)) {
      return all.filter(Files::isDirectory).findAny().orElseThrow();
    }
  }

  private static boolean hasCheckpoint(Path job) {
    try (var all = Files.list(job)) {
      return all.anyMatch(it -> Files.exists(it.resolve("_metadata")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void order(Running running, String customer) throws Exception {
    String time = Instant.now().toString();
    String order =
        "{\"id\":\"e-%s\",\"type\":\"order_placed\",\"time\":\"%s\",\"customer\":\"%s\"}"
            .formatted(customer, time, customer);
    Map<String, Object> client = Map.of("bootstrap.servers", running.bootstrap());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("touchpoints", order)).get();
    }
  }
}
