package io.kizashi.local.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What an engine on this machine says of how it is.
 *
 * @param json as it was said
 */
public record HealthAnswer(JsonNode json) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Asks the engine behind a port.
   *
   * @return empty if none listens there
   * @throws EnvironmentFault if something listens that does not answer as an engine does
   */
  public static Optional<HealthAnswer> ask(int port) {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    URI address = URI.create("http://" + host + ":" + port + "/ready");
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      String body =
          client
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  BodyHandlers.ofString())
              .body();
      JsonNode json = new ObjectMapper().readTree(body);
      if (!json.path("ready").isBoolean()) {
        throw new EnvironmentFault(address + " is not an engine's health; look at health.port");
      }
      return Optional.of(new HealthAnswer(json));
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EnvironmentFault(
          address + " does not answer as an engine does (" + e + "); look at health.port", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted while waiting for " + address, e);
    }
  }

  /** Whether it decides. */
  public boolean isReady() {
    return json.path("ready").asBoolean();
  }

  /** For people, a line a thing. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(isReady() ? "ready" : "not ready");
    for (JsonNode why : json.path("why")) {
      lines.add("  " + why.path("code").asText() + ": " + why.path("text").asText());
    }
    if (!json.path("live").asBoolean()) {
      lines.add("not live: only a new process helps");
    }
    add(lines, "failuresInTenMinutes", it -> "failures within ten minutes: " + it);
    add(lines, "checkpointAgeMillis", it -> "last checkpoint: " + seconds(it) + " ago");
    add(lines, "behindMillis", it -> "time is proven up to " + seconds(it) + " ago");
    add(lines, "frozen", it -> "frozen customers: " + it);
    return lines;
  }

  private void add(List<String> lines, String key, LongFunction<String> text) {
    if (json.has(key)) {
      lines.add(text.apply(json.path(key).asLong()));
    }
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
