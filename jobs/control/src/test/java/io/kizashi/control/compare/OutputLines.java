package io.kizashi.control.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A replay's outputs, by hand: lines are given in the order of the files. */
final class OutputLines {
  static final String UNTIL_THE_END = "9999-12-31T23:59:59.999Z";

  private static final String RULES =
      """
      rulebook: NAME
      moments:
        cart_abandoned:
          kind: drop_off
          pattern: [ { event: cart_updated }, { absence: order_placed, for: 30m } ]
          once-per: 24h
      actions:
        cart_rescue:
          kind: sell
          answers: [cart_abandoned]
          channels: [web]
          expires: 12h
          content: { web: { ja: 'カート' } }
        cart_call:
          kind: serve
          answers: [cart_abandoned]
          channels: [web]
          expires: 12h
          content: { web: { ja: '電話' } }
      """;

  private final List<String> moments = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();

  /** A side whose rulebook knows cart_abandoned, cart_rescue and cart_call. */
  static Side side(String label, String name) {
    return side(label, name, "");
  }

  /** The same with another rulebook: {@code without} is replaced by another name. */
  static Side side(String label, String name, String without) {
    String rules = RULES.replace("NAME", name);
    String text = without.isEmpty() ? rules : rules.replace(without, "other");
    return Side.of(label, label, new RulebookDocument(name + ".yaml", 1, text));
  }

  OutputLines moment(String id, String status, String customer, String time, String anchor) {
    return moment(id, status, customer, time, anchor, 0.5);
  }

  OutputLines moment(
      String id, String status, String customer, String time, String anchor, double severity) {
    moments.add(
        """
        {"id":"%s","status":"%s","rule":"cart_abandoned","kind":"drop_off","customer":"%s",\
        "detectedAt":"2026-03-01T%s:00.000Z","severity":%s,"evidence":["%s"]}"""
            .formatted(id, status, customer, time, severity, anchor));
    return this;
  }

  /** An action by web with the words 'w', sent at once and expiring after an hour. */
  OutputLines action(
      String id, String status, String customer, String time, String moment, String action) {
    return action(id, status, customer, time, moment, action, "web", "w", "");
  }

  OutputLines action(
      String id,
      String status,
      String customer,
      String time,
      String moment,
      String action,
      String channel,
      String words,
      String losers) {
    String at = "2026-03-01T" + time + ":00.000Z";
    String expires = "2026-03-01T%02d".formatted(Integer.parseInt(time.substring(0, 2)) + 1);
    actions.add(
        """
        {"id":"%s","status":"%s","customer":"%s","recipient":"customer","action":"%s",\
        "kind":"sell","channel":"%s","sendAt":"%s","expiresAt":"%s",\
        "moment":{"id":"%s","rule":"cart_abandoned"},"content":{"text":"%s"},"holdout":false,\
        "explanation":{"candidates":[{"action":"%s","moment":"%s","reason":"chosen"}%s]},\
        "decidedAt":"%s"}"""
            .formatted(
                id,
                status,
                customer,
                action,
                channel,
                at,
                expires + time.substring(2) + ":00.000Z",
                moment,
                words,
                action,
                moment,
                losers,
                at));
    return this;
  }

  static String loser(String action, String moment, String reason) {
    return ",{\"action\":\"%s\",\"moment\":\"%s\",\"reason\":\"%s\"}"
        .formatted(action, moment, reason);
  }

  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("moments.jsonl"), moments);
    Files.write(folder.resolve("recommendations.jsonl"), actions);
    return folder;
  }

  /** A file's lines, parsed. */
  static List<JsonNode> lines(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    return Files.readAllLines(file).stream()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }
}
