package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.CustomerKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first customers with a difference, by name, one difference each: examples for people. */
final class Cases {
  private static final int MOST = 10;
  private static final int SECONDS = "2026-03-01T10:00:00".length();

  private Cases() {}

  /** Lines of {@code differences.jsonl}; of a customer rather an action than a moment. */
  static List<JsonNode> first(Path differences) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<CustomerKey, JsonNode> cases = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(differences)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode difference = json.readTree(line);
        CustomerKey customer = CustomerLines.customerOf(difference);
        if (cases.size() == MOST && !cases.containsKey(customer)) {
          break;
        }
        cases.merge(
            customer, difference, (old, one) -> isAction(old) || !isAction(one) ? old : one);
      }
    }
    return List.copyOf(cases.values());
  }

  private static boolean isAction(JsonNode difference) {
    return difference.path("what").asText().equals("action");
  }

  /** One line. */
  static String text(JsonNode difference, Side a, Side b) {
    String time = difference.path("time").asText();
    return "  "
        + time.substring(0, Math.min(SECONDS, time.length()))
        + "Z  "
        + difference.path("customer").asText()
        + (difference.path("guest").asBoolean() ? " (guest)" : "")
        + "  "
        + difference.path("rule").asText()
        + "  "
        + a.label()
        + ": "
        + side(difference, "a")
        + "  "
        + b.label()
        + ": "
        + side(difference, "b")
        + "  ("
        + difference.path("why").asText()
        + ")";
  }

  private static String side(JsonNode difference, String field) {
    JsonNode side = difference.path(field);
    if (side.isMissingNode()) {
      return "nothing";
    }
    String what =
        isAction(difference)
            ? side.path("action").asText() + " by " + side.path("channel").asText()
            : "detected";
    return side.path(Difference.RETRACTED).asBoolean() ? what + ", taken back" : what;
  }
}
