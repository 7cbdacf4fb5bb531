package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.cli.kafka.Subscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to a cluster, on a cluster. */
class LocalClusterIT {
  private static final Path SAMPLE =
      Path.of("..", "..", "sample-streams", "retail-cart").toAbsolutePath().normalize();

  /** The evening in half a minute: long enough for a TaskManager to die in the middle. */
  private static final String SPEED = "600x";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Path folder;

  LocalClusterIT(@TempDir Path parent) {
    this.folder = parent.resolve("cluster");
  }

  @Test
  @Timeout(300)
  void aTaskManagerKilledInMidStreamCostsNoRecommendation() throws Exception {
    List<OutputLine> expected = golden();
    List<JsonNode> members = new ArrayList<>();
    try (ClusterDrill cluster = ClusterDrill.start(folder);
        Subscriber recommendations = Subscriber.fromStart(cluster.bootstrap(), "recommendations")) {
      cluster.status().path("members").forEach(members::add);
      assertThat(members)
          .extracting(member -> member.path("name").asText())
          .containsExactly("broker", "jm", "tm1", "tm2");
      assertThat(members).allMatch(member -> isAlive(member));
      CompletableFuture<Fed> feed =
          CompletableFuture.supplyAsync(
              () -> Fed.of(SAMPLE.resolve("touchpoints.jsonl"), cluster.bootstrap(), "", SPEED));
      Map<String, OutputLine> seen = new TreeMap<>();
      await(recommendations, seen, 1);

      assertThat(feed).isNotDone();
      cluster.killAndRestart("tm1");
      assertThat(cluster.status().path("job").path("running").asBoolean()).isTrue();
      assertThat(cluster.status().path("job").path("restarts").asInt()).isPositive();
      feed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      await(recommendations, seen, expected.size());
      assertThat(seen).hasSameSizeAs(expected);
      assertThat(expected)
          .allSatisfy(
              line ->
                  assertThat(seen.values())
                      .anyMatch(actual -> OutputLine.contains(actual.json(), line.json())));
      cluster.status().path("members").forEach(members::add);
    }
    assertThat(members).noneMatch(member -> isAlive(member));
  }

  /** Asked of the system, not of the command. */
  private static boolean isAlive(JsonNode member) {
    return ProcessHandle.of(member.path("pid").asLong())
        .filter(ProcessHandle::isAlive)
        // A dead child that nobody has asked for stays in the list, without a program.
        .filter(process -> process.info().command().isPresent())
        .isPresent();
  }

  private static List<OutputLine> golden() throws IOException {
    try (var lines = Files.lines(SAMPLE.resolve("golden").resolve("recommendations.jsonl"))) {
      return lines.map(OutputLine::of).toList();
    }
  }

  /** After a failure a record may come again: what counts is every id with its status once. */
  private static void await(Subscriber recommendations, Map<String, OutputLine> seen, int enough) {
    Await.until(
        enough + " recommendations",
        PATIENCE,
        () -> {
          recommendations
              .poll(POLL)
              .forEach(
                  record -> {
                    OutputLine line = OutputLine.of(record.value());
                    seen.put(line.get("id") + " " + line.get("status"), line);
                  });
          return seen.size() >= enough;
        });
  }
}
