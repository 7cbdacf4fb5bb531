package io.kizashi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a validator in strict mode, as ajv has one, refuses of a schema. */
final class StrictSchema {
  private static final Map<String, Set<String>> ABOUT =
      Map.of(
          "string", Set.of("minLength", "maxLength", "pattern", "format"),
          "number", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
          "array", Set.of("items", "minItems", "maxItems", "uniqueItems"),
          "object", Set.of("properties", "required", "additionalProperties", "propertyNames"));

  /** Subschemas of these say more of the same value. */
  private static final Set<String> SAME_VALUE = Set.of("if", "then", "else", "oneOf", "anyOf");

  private final List<String> problems = new ArrayList<>();

  private StrictSchema() {}

  static List<String> problems(JsonNode schema) {
    StrictSchema strict = new StrictSchema();
    strict.check("", schema, Set.of());
    return strict.problems;
  }

  private void check(String path, JsonNode schema, Set<String> outer) {
    Set<String> types = types(schema, outer);
    ABOUT.forEach(
        (type, keywords) -> {
          for (String keyword : keywords) {
            if (schema.has(keyword) && !types.contains(type)) {
              problems.add(path + "/" + keyword + " without type " + type);
            }
          }
        });
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      Set<String> known = SAME_VALUE.contains(entry.getKey()) ? types : Set.of();
      String below = path + "/" + entry.getKey();
      switch (entry.getKey()) {
        case "properties", "$defs" ->
            entry
                .getValue()
                .properties()
                .forEach(named -> check(below + "/" + named.getKey(), named.getValue(), Set.of()));
        case "items", "additionalProperties", "propertyNames", "if", "then", "else" ->
            check(below, entry.getValue(), known);
        case "oneOf", "anyOf" -> entry.getValue().forEach(one -> check(below, one, known));
        default -> {} // says nothing of a value's parts
      }
    }
  }

  private static Set<String> types(JsonNode schema, Set<String> outer) {
    if (!schema.has("type")) {
      return outer;
    }
    Set<String> types = new TreeSet<>();
    types.add(schema.get("type").asString());
    if (types.contains("integer")) {
      types.add("number");
    }
    return types;
  }
}
