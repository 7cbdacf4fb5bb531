package io.kizashi.cli.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A recommendation as people read it: one line. */
record RecommendationLine(String id, boolean retracted, String text) {
  private static final int LONGEST_CONTENT = 100;
  private static final int SECONDS = "2026-03-01T10:00:00".length();

  /**
   * Reads a record of the topic {@code recommendations}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RecommendationLine of(byte[] value) {
    try {
      return of(new ObjectMapper().readTree(value));
    } catch (IOException e) {
      throw new IllegalArgumentException("a record of 'recommendations' is no JSON", e);
    }
  }

  private static RecommendationLine of(JsonNode json) {
    boolean retracted = json.path("status").asText().equals("retracted");
    String time = json.path("decidedAt").asText();
    StringBuilder line = new StringBuilder();
    line.append(time, 0, Math.min(SECONDS, time.length())).append("Z  ");
    line.append(json.path("customer").asText());
    line.append(json.path("guest").asBoolean() ? " (guest)" : "").append("  ");
    line.append(json.path("moment").path("rule").asText()).append(" → ");
    line.append(json.path("action").asText()).append(" by ");
    line.append(json.path("channel").asText());
    if (retracted) {
      line.append("  taken back");
    } else {
      line.append("  ").append(content(json.path("content")));
    }
    return new RecommendationLine(json.path("id").asText(), retracted, line.toString());
  }

  private static String content(JsonNode content) {
    List<String> parts = new ArrayList<>();
    content.forEach(part -> parts.add(part.asText()));
    String whole = String.join(" / ", parts).replaceAll("\\s+", " ").strip();
    int end = whole.offsetByCodePoints(0, Math.min(LONGEST_CONTENT, codePoints(whole)));
    return "“" + whole.substring(0, end) + (end < whole.length() ? "…" : "") + "”";
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
