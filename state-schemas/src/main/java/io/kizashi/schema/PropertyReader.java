package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the properties of a touchpoint. */
final class PropertyReader {
  private final JsonParser parser;
  private final ValueReader values;
  private final Flaws flaws;

  PropertyReader(JsonParser parser, ValueReader values, Flaws flaws) {
    this.parser = parser;
    this.values = values;
    this.flaws = flaws;
  }

  /** Properties by name; one that does not fit is cut. */
  Map<String, Object> read() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Refusal(RejectCode.WRONG_TYPE, "/properties");
    }
    Map<String, Object> read = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      flaws.read(() -> property(name, names, read));
    }
    return read;
  }

  private void property(String name, Set<String> names, Map<String, Object> read)
      throws IOException, Refusal {
    if (names.size() == Bounds.PROPERTIES || name.length() > Bounds.NAME_CHARS) {
      throw new Refusal(RejectCode.TOO_LONG, "/properties");
    }
    if (Utf8.isBroken(name)) {
      throw new Refusal(RejectCode.BAD_UTF8, "/properties");
    }
    String where = ValueReader.pointer("/properties/", name);
    if (!names.add(name)) { // which of the two is meant?
      read.remove(name);
      throw new Refusal(RejectCode.DUPLICATE_FIELD, where);
    }
    scalar(where).ifPresent(value -> read.put(name, value));
  }

  /** A null property is an absent one. */
  private Optional<Object> scalar(String where) throws IOException, Refusal {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(values.words(where));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(values.number(where));
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      case NOT_AVAILABLE,
          START_OBJECT,
          END_OBJECT,
          START_ARRAY,
          END_ARRAY,
          FIELD_NAME,
          VALUE_EMBEDDED_OBJECT ->
          throw new Refusal(RejectCode.WRONG_TYPE, where);
    };
  }
}
