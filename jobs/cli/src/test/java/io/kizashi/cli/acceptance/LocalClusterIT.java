package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.local.kafka.Subscriber;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to a cluster, on a cluster. */
class LocalClusterIT {
  private static final Path SAMPLE =
      Path.of("..", "..", "sample-streams", "retail-cart").toAbsolutePath().normalize();

  private static final Path EVENTS = SAMPLE.resolve("touchpoints.jsonl");

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
  void aTaskManagerAndTheJobManagerKilledInMidStreamCostNoRecommendation() throws Exception {
    Set<String> expected = standing(replayed());
    List<JsonNode> members = new ArrayList<>();
    try (ClusterDrill cluster = ClusterDrill.start(folder);
        Subscriber recommendations = Subscriber.fromStart(cluster.bootstrap(), "recommendations")) {
      cluster.status().path("members").forEach(members::add);
      assertThat(members)
          .extracting(member -> member.path("name").asText())
          .containsExactly("broker", "jm", "tm1", "tm2");
      assertThat(members).allMatch(member -> isAlive(member));
      assertThatItTakesNoOrdersFromOutside(cluster.status());
      CompletableFuture<FeedProgress> feed =
          CompletableFuture.supplyAsync(
              () -> FeedProgress.of(EVENTS, cluster.bootstrap(), "", SPEED));
      List<OutputLine> seen = new ArrayList<>();
      await(recommendations, seen, lines -> !lines.isEmpty());

      assertThat(feed).isNotDone();
      cluster.killAndRestart("tm1");
      assertThat(cluster.status().path("job").path("running").asBoolean()).isTrue();
      assertThat(cluster.status().path("job").path("restarts").asInt()).isPositive();
      String before = cluster.status().path("job").path("id").asText();
      cluster.killAndRestart("jm");
      assertThat(cluster.status().path("job").path("running").asBoolean()).isTrue();
      // The new one knew of no job: it was submitted again.
      assertThat(cluster.status().path("job").path("id").asText()).isNotEqualTo(before);
      assertThatItTakesNoOrdersFromOutside(cluster.status());
      feed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      // What was cut short is caught up with all at once: who is late by then is in time, and a
      // recommendation that would have been taken back is perhaps never made.
      await(recommendations, seen, lines -> standing(lines).equals(expected));
      cluster.status().path("members").forEach(members::add);
    }
    assertThat(members).noneMatch(member -> isAlive(member));
  }

  /** Who knows the port and no token: another user of this machine. */
  private static void assertThatItTakesNoOrdersFromOutside(JsonNode status) throws Exception {
    String rest = status.path("rest").asText();
    String job = rest + "/jobs/" + status.path("job").path("id").asText();
    assertThat(answer("GET", rest + "/jobs/overview")).isEqualTo(200);
    assertThat(answer("POST", rest + "/jars/upload")).isEqualTo(403);
    assertThat(answer("POST", rest + "/jobs")).isEqualTo(403);
    assertThat(answer("POST", job + "/savepoints")).isEqualTo(403);
    assertThat(answer("PATCH", job + "?mode=cancel")).isEqualTo(403);
    assertThat(answer("DELETE", rest + "/cluster")).isEqualTo(403);
  }

  private static int answer(String method, String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Asked of the system, not of the command. */
  private static boolean isAlive(JsonNode member) {
    return ProcessHandle.of(member.path("pid").asLong())
        .filter(ProcessHandle::isAlive)
        // A dead child that nobody has asked for stays in the list, without a program.
        .filter(process -> process.info().command().isPresent())
        .isPresent();
  }

  private List<OutputLine> replayed() {
    Path out = folder.resolveSibling("replayed");
    return ReplayedOutput.of(EVENTS, SAMPLE.resolve("rulebook.yaml"), out, 2).recommendations();
  }

  /** Whom is recommended what in the end; the same id means the same customer, cause and time. */
  private static Set<String> standing(List<OutputLine> lines) {
    Set<String> standing = new TreeSet<>();
    OutputLine.standing(lines).stream()
        .map(OutputLine::of)
        .forEach(
            line ->
                standing.add(
                    line.get("customer") + " " + line.get("action") + " " + line.get("id")));
    return standing;
  }

  private static void await(
      Subscriber recommendations, List<OutputLine> seen, Predicate<List<OutputLine>> enough) {
    try {
      Await.until(
          "recommendations",
          PATIENCE,
          () -> {
            recommendations.poll(POLL).forEach(record -> seen.add(OutputLine.of(record.value())));
            return enough.test(seen);
          });
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; standing are " + standing(seen), e);
    }
  }
}
