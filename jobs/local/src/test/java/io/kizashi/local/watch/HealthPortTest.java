package io.kizashi.local.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine answers, and what comes of it at whoever asks. */
@Timeout(30)
class HealthPortTest {
  private static final long NOW = 1_772_359_200_000L;
  private static final long SECOND = 1_000;
  private static final EngineHealth WELL = of(new JobStanding(NOW, none(), 0, "", false, at(4)));
  private static final JobGauges.Values GAUGES = new JobGauges.Values(at(1), OptionalLong.of(2));

  private final AtomicReference<EngineHealth> health = new AtomicReference<>(WELL);
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anEngineThatDecidesIsLiveAndReady() throws Exception {
    try (HealthPort port = open()) {
      HttpResponse<String> ready = get(port, "/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(ready.body())
          .isEqualTo(
              "{\"live\":true,\"ready\":true,\"why\":[],\"failuresInTenMinutes\":0,"
                  + "\"checkpointAgeMillis\":4000,\"behindMillis\":1000,\"frozen\":2}\n");
      assertThat(get(port, "/live").statusCode()).isEqualTo(200);
      HealthAnswer answer = HealthAnswer.ask(port.port()).orElseThrow();
      assertThat(answer.isReady()).isTrue();
      assertThat(answer.lines())
          .containsExactly(
              "ready",
              "failures within ten minutes: 0",
              "last checkpoint: 4.0 s ago",
              "time is proven up to 1.0 s ago",
              "frozen customers: 2");
    }
  }

  @Test
  void whatKeepsItFromDecidingIsSaidAndMakesItNoLessAlive() throws Exception {
    JobStanding job = new JobStanding(NOW, at(7), 3, "disk broken", true, none());
    health.set(
        new EngineHealth(
            true,
            Optional.of(job),
            Optional.of(new BrokerWatch.Loss(NOW - 9 * SECOND, "timed out"))));
    try (HealthPort port = open()) {
      assertThat(get(port, "/ready").statusCode()).isEqualTo(503);
      assertThat(get(port, "/live").statusCode()).isEqualTo(200);
      HealthAnswer answer = HealthAnswer.ask(port.port()).orElseThrow();
      assertThat(answer.isReady()).isFalse();
      assertThat(answer.lines())
          .startsWith(
              "not ready",
              "  stopping: it ends, and takes a last checkpoint",
              "  restarting: the job failed 7 s ago: disk broken",
              "  holding: no checkpoint can be made, and nothing is decided until one is",
              "  broker_away: no broker answers for 9 s: timed out",
              "failures within ten minutes: 3");
    }
  }

  @Test
  void oneThatStartsIsNotReadyAndOneThatHangsIsNotLive() throws Exception {
    try (HealthPort port = open()) {
      health.set(new EngineHealth(false, Optional.empty(), Optional.empty()));
      assertThat(get(port, "/ready").body()).contains("{\"code\":\"starting\"");
      assertThat(get(port, "/ready").statusCode()).isEqualTo(503);
      assertThat(get(port, "/live").statusCode()).isEqualTo(200);

      long lastAnswer = NOW - EngineHealth.SILENCE.toMillis();
      health.set(of(new JobStanding(lastAnswer, none(), 0, "", false, none())));
      assertThat(get(port, "/live").statusCode()).isEqualTo(200);
      health.set(of(new JobStanding(lastAnswer - 1, none(), 0, "", false, none())));
      assertThat(get(port, "/live").statusCode()).isEqualTo(503);
      assertThat(get(port, "/ready").statusCode()).isEqualTo(503);
      assertThat(HealthAnswer.ask(port.port()).orElseThrow().lines())
          .contains(
              "  silent: Flink has not answered for 120 s", "not live: only a new process helps");
    }
  }

  @Test
  void nothingElseIsAnswered() throws Exception {
    try (HealthPort port = open()) {
      for (String path : new String[] {"/", "/readyish", "/ready/", "/live/x", "/metrics"}) {
        assertThat(get(port, path).statusCode()).as(path).isEqualTo(404);
      }
      HttpRequest post =
          HttpRequest.newBuilder(address(port, "/live")).POST(BodyPublishers.noBody()).build();
      assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> HealthPort.open(port, () -> WELL.json(GAUGES, NOW)))
          .isInstanceOf(EnvironmentFault.class)
          .hasMessageContaining("health.port " + port + " can't be opened");
    }
  }

  @Test
  void whereNoEngineListensThereIsNoAnswer() {
    int port;
    try (HealthPort closed = open()) {
      port = closed.port();
    }
    assertThat(HealthAnswer.ask(port)).isEmpty();
  }

  private HealthPort open() {
    return HealthPort.open(0, () -> Objects.requireNonNull(health.get()).json(GAUGES, NOW));
  }

  private HttpResponse<String> get(HealthPort port, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address(port, path)).build(), BodyHandlers.ofString());
  }

  private static URI address(HealthPort port, String path) {
    return URI.create("http://127.0.0.1:" + port.port() + path);
  }

  private static EngineHealth of(JobStanding job) {
    return new EngineHealth(false, Optional.of(job), Optional.empty());
  }

  private static OptionalLong at(int secondsAgo) {
    return OptionalLong.of(NOW - secondsAgo * SECOND);
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }
}
