package io.kizashi.cli.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One record that the engine wrote.
 *
 * @param text as it was written
 * @param json what it says
 */
record OutputLine(String text, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> STANDING = Set.of("detected", "issued");

  static OutputLine of(String text) {
    try {
      return new OutputLine(text, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }

  static OutputLine of(byte[] bytes) {
    return of(new String(bytes, StandardCharsets.UTF_8));
  }

  String get(String field) {
    return json.path(field).asText();
  }

  /** What stands after all lines of moments or recommendations, in the order of their ids. */
  static List<String> standing(Collection<OutputLine> lines) {
    return standingById(lines).values().stream().map(OutputLine::text).toList();
  }

  /** What stands after all lines of moments or recommendations, by its id. */
  static Map<String, OutputLine> standingById(Collection<OutputLine> lines) {
    Map<String, OutputLine> byId = new TreeMap<>();
    for (OutputLine line : lines) {
      if (STANDING.contains(line.get("status"))) {
        byId.put(line.get("id"), line);
      } else {
        byId.remove(line.get("id"));
      }
    }
    return byId;
  }

  /** Every line once, in the order of their bytes: what is left when duplicates are dropped. */
  static Set<String> distinct(Collection<OutputLine> lines) {
    Set<String> texts = new TreeSet<>();
    lines.forEach(line -> texts.add(line.text()));
    return texts;
  }

  /** Whether every field that {@code golden} names has the same value in {@code actual}. */
  static boolean contains(JsonNode actual, JsonNode golden) {
    if (!golden.isObject()) {
      return golden.equals(actual);
    }
    for (Iterator<String> names = golden.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!actual.has(name) || !contains(actual.get(name), golden.get(name))) {
        return false;
      }
    }
    return true;
  }
}
