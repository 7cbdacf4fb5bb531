package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A moment of one side.
 *
 * @param name its rule
 * @param anchor the touchpoint that it began with
 */
record MomentOutcome(
    String id, String name, String anchor, String time, boolean retracted, ObjectNode facts)
    implements Outcome {
  /** The moment of a line of {@code moments.jsonl}. */
  static MomentOutcome of(JsonNode line, boolean retracted) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.set("time", line.path("detectedAt"));
    facts.set("severity", line.path("severity"));
    facts.set("kind", line.path("kind"));
    facts.put("stage", line.path("stage").asText());
    facts.set("evidence", line.path("evidence"));
    return new MomentOutcome(
        line.path("id").asText(),
        line.path("rule").asText(),
        line.path("evidence").path(0).asText(),
        line.path("detectedAt").asText(),
        retracted,
        facts);
  }

  /** The same for both sides, whatever their rulebooks are called. */
  String key() {
    return name + "/" + anchor;
  }
}
