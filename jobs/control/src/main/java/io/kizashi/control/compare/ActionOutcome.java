package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.schema.Rfc3339;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recommendation of one side.
 *
 * @param name its action
 * @param rule the rule of the moment that it answers
 * @param momentKey tells that moment on both sides
 * @param losers the candidates that it won against, and those that were out
 */
record ActionOutcome(
    String id,
    String name,
    String rule,
    String momentKey,
    String time,
    boolean retracted,
    ObjectNode facts,
    List<Loser> losers)
    implements Outcome {

  /**
   * A candidate that was not chosen.
   *
   * @param moment id of the moment that it would have answered
   * @param reason the code of why not
   */
  record Loser(String action, String moment, String reason) {}

  /**
   * The action of a line of {@code recommendations.jsonl}.
   *
   * @param keys of the customer's moments on this side, by id
   */
  static ActionOutcome of(JsonNode line, boolean retracted, Map<String, String> keys) {
    String moment = line.path("moment").path("id").asText();
    return new ActionOutcome(
        line.path("id").asText(),
        line.path("action").asText(),
        line.path("moment").path("rule").asText(),
        keys.getOrDefault(moment, moment),
        line.path("decidedAt").asText(),
        retracted,
        facts(line),
        losers(line));
  }

  private static ObjectNode facts(JsonNode line) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.set("time", line.path("decidedAt"));
    facts.set("action", line.path("action"));
    facts.set("channel", line.path("channel"));
    facts.set("words", line.path("content"));
    // As spans: what is decided later is sent and expires later, and that is one difference.
    facts.put("sentAfter", between(line, "decidedAt", "sendAt"));
    facts.put("expiresAfter", between(line, "sendAt", "expiresAt"));
    facts.set("kind", line.path("kind"));
    facts.set("recipient", line.path("recipient"));
    facts.put("holdout", line.path("holdout").asBoolean());
    return facts;
  }

  private static String between(JsonNode line, String from, String to) {
    return SpokenDuration.text(time(line, to) - time(line, from));
  }

  private static long time(JsonNode line, String field) {
    return Rfc3339.parse(line.path(field).asText()).orElseThrow();
  }

  private static List<Loser> losers(JsonNode line) {
    List<Loser> losers = new ArrayList<>();
    for (JsonNode candidate : line.path("explanation").path("candidates")) {
      String reason = candidate.path("reason").asText();
      if (!reason.equals("chosen")) {
        losers.add(
            new Loser(
                candidate.path("action").asText(), candidate.path("moment").asText(), reason));
      }
    }
    return losers;
  }
}
