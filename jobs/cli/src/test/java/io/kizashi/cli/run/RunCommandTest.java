package io.kizashi.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.Subscriber;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine as a process of its own, as people run it, and as machines kill it. */
@Timeout(300)
class RunCommandTest {
  private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final int TOUCHPOINTS = 1_200;

  /** Two hours of the stream in about 12 s: long enough to die in the middle of it. */
  private static final String SPEED = "600x";

  @TempDir Path folder = Path.of("");

  @Test
  void killedInMidStreamAndStartedAgainItFindsWhatAReplayFinds() throws Exception {
    Path events = RecordedStream.write(folder, TOUCHPOINTS, 11);
    Path rules = RecordedStream.writeRules(folder);
    Set<String> expected = standing(replayed(events, rules));
    assertThat(expected).hasSizeGreaterThan(20);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Path config = config(kafka.bootstrap(), rules);
      Files.createDirectories(neighbour().resolve("job/chk-1"));
      Files.createFile(neighbour().resolve("job/chk-1/_metadata"));
      Process first = start(config);
      assertThatASecondIsToldWhoHoldsTheState(config, first);
      CompletableFuture<CommandRun> feed = CompletableFuture.supplyAsync(() -> feed(kafka, events));
      try (Subscriber moments = Subscriber.fromStart(kafka.bootstrap(), "moments")) {
        List<String> seen = new ArrayList<>();
        await(moments, seen, () -> standing(seen).size() >= expected.size() / 4 && checkpointed());
        first.destroyForcibly().waitFor();
        assertThat(feed.isDone()).as("killed before the stream's end").isFalse();

        Path damaged = damageNewest();
        Process second = start(config);
        assertThat(Files.readString(Path.of(config + ".err")))
            .contains("kizashi: damaged, the checkpoint before it is taken: " + damaged + ": ");
        await(moments, seen, () -> standing(seen).equals(expected));
        assertThatItIsReady(config);
        assertThat(feed.join().exitCode()).isZero();
        assertThat(distinctById(seen)).as("lines of one id and status differ").isTrue();
        second.toHandle().destroy(); // leaves its output open
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).as("SIGTERM ends it").isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(second.inputReader(StandardCharsets.UTF_8).lines())
            .anyMatch(it -> it.startsWith("stopped: all"));
        assertThat(neighbour().resolve("job/chk-1/_metadata")).isRegularFile();
        assertThat(leftFolders()).as("what the killed one left is removed, too").isEmpty();
      }
    }
  }

  private static void assertThatASecondIsToldWhoHoldsTheState(Path config, Process first) {
    CommandRun second = CommandRun.of("run", "--config", config.toString());
    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.err())
        .containsPattern(
            "is the state of an engine that runs \\(group test, pid "
                + first.pid()
                + ", since 20.*Z\\); stop that one, or ")
        .doesNotContain("created topics");
  }

  /** The metrics have the names by which they are asked for; the stream's end proves all time. */
  private static void assertThatItIsReady(Path config) {
    CommandRun status = CommandRun.of("status", "--config", config.toString());
    assertThat(status.out()).contains("ready\n", "frozen customers: 0");
    assertThat(status.exitCode()).isZero();
  }

  private List<Path> leftFolders() throws IOException {
    try (var files = Files.list(folder.resolve("tmp"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("kizashi-")).toList();
    }
  }

  private boolean checkpointed() {
    try {
      return checkpoints().size() > 1;
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }

  /** Metadata of all that are complete, the newest last. */
  private List<Path> checkpoints() throws IOException {
    try (var files = Files.walk(folder.resolve("checkpoints"))) {
      return files
          .filter(file -> file.endsWith("_metadata") && !file.startsWith(neighbour()))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .toList();
    }
  }

  /** Of another installation, in the same folder. */
  private Path neighbour() {
    return folder.resolve("checkpoints").resolve("neighbour");
  }

  private Path damageNewest() throws IOException {
    List<Path> all = checkpoints();
    assertThat(all).as("kept").hasSizeBetween(2, 4);
    Path newest = all.get(all.size() - 1);
    byte[] bytes = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
    return newest.resolveSibling("");
  }

  private static void await(
      Subscriber moments, List<String> seen, java.util.function.BooleanSupplier reached) {
    long end = System.nanoTime() + DEADLINE_NANOS;
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("seen %s", seen.size()).isLessThan(end);
      for (ConsumerRecord<byte[], byte[]> record : moments.poll(Duration.ofMillis(100))) {
        seen.add(new String(record.value(), StandardCharsets.UTF_8));
      }
    }
  }

  private List<String> replayed(Path events, Path rules) throws IOException {
    Path out = folder.resolve("replayed");
    CommandRun run =
        CommandRun.of(
            "replay",
            "--events",
            events.toString(),
            "--rules",
            rules.toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readAllLines(out.resolve("moments.jsonl"));
  }

  private static CommandRun feed(EmbeddedKafka kafka, Path events) {
    return CommandRun.of(
        "feed", "--events", events.toString(), "--bootstrap", kafka.bootstrap(), "--speed", SPEED);
  }

  private Path config(String bootstrap, Path rules) throws IOException {
    return Files.writeString(
        folder.resolve("kizashi.yaml"),
        """
        rulebook: %s
        parallelism: 1
        kafka: { bootstrap: '%s', group: test }
        checkpoints: { folder: '%s', interval: 1s }
        finite: [feed]
        health: { port: %d }
        """
            .formatted(rules, bootstrap, folder.resolve("checkpoints").toUri(), freePort()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Starts it and waits for its word that it runs. */
  private static Process start(Path config) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(config.resolveSibling("tmp")),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path", "")),
                "io.kizashi.cli.Kizashi",
                "run",
                "--config",
                config.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(new File(config + ".err")))
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).as(Files.readString(Path.of(config + ".err"))).startsWith("running: ");
    return process;
  }

  private static Set<String> standing(List<String> moments) {
    Set<String> detected = new HashSet<>();
    Set<String> retracted = new HashSet<>();
    for (String line : moments) {
      JsonNode moment = json(line);
      Set<String> of = moment.path("status").asText().equals("detected") ? detected : retracted;
      of.add(moment.path("id").asText());
    }
    detected.removeAll(retracted);
    return detected;
  }

  private static boolean distinctById(List<String> moments) {
    Map<String, String> first = new HashMap<>();
    return moments.stream()
        .allMatch(
            line -> {
              JsonNode moment = json(line);
              String key = moment.path("id").asText() + moment.path("status").asText();
              String before = first.putIfAbsent(key, line);
              return before == null || before.equals(line);
            });
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
