package io.kizashi.control.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.RulebookRef;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What one task counted under one rulebook in one window of time.
 *
 * @param span the window, as the engine names it
 */
record KpiWindow(RulebookRef rulebook, Span span, int task, Figures figures) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KPI = "decisions";

  /** From when to when, in RFC 3339. */
  record Span(String from, String to) {}

  /** The window of a record; empty where it holds another KPI, or none. */
  static Optional<KpiWindow> read(byte[] bytes) {
    JsonNode json;
    try {
      json = JSON.readTree(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
    JsonNode rulebook = json.path("rulebook");
    if (!json.path("kpi").asText().equals(KPI) || rulebook.path("version").asLong() <= 0) {
      return Optional.empty();
    }
    RulebookRef ref =
        new RulebookRef(
            rulebook.path("name").asText(),
            rulebook.path("version").asLong(),
            rulebook.path("hash").asText());
    Span span = new Span(json.path("from").asText(), json.path("to").asText());
    return Optional.of(new KpiWindow(ref, span, json.path("task").asInt(), figures(json)));
  }

  private static Figures figures(JsonNode json) {
    return new Figures(
        count(json, "touchpoints"),
        count(json, "moments"),
        count(json, "recommendations"),
        count(json, "momentsRetracted") + count(json, "recommendationsRetracted"),
        StreamSupport.stream(json.path("withheld").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .sum(),
        count(json, "negative"));
  }

  private static long count(JsonNode json, String name) {
    return Math.max(0, json.path(name).asLong());
  }
}
