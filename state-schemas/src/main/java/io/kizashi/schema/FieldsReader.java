package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an object whose names its writer chose; a field that does not fit is cut. */
final class FieldsReader {
  private final JsonParser parser;
  private final Flaws flaws;
  private final String where;
  private final int bound;

  /**
   * A reader of one object.
   *
   * @param where its pointer
   * @param bound how many names it may have
   */
  FieldsReader(JsonParser parser, Flaws flaws, String where, int bound) {
    this.parser = parser;
    this.flaws = flaws;
    this.where = where;
    this.bound = bound;
  }

  /** Reads the value at a pointer, on which the parser stands; empty where it counts as absent. */
  @FunctionalInterface
  interface Values {
    Optional<Object> read(String name, String where) throws IOException, Refusal;
  }

  /** Values by name, in their order. */
  Map<String, Object> read(Values values) throws IOException {
    Map<String, Object> read = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      flaws.read(() -> field(name, names, values, read));
    }
    return read;
  }

  private void field(String name, Set<String> names, Values values, Map<String, Object> read)
      throws IOException, Refusal {
    if (names.size() == bound || name.length() > Bounds.NAME_CHARS) {
      throw new Refusal(RejectCode.TOO_LONG, where);
    }
    if (Utf8.isBroken(name)) {
      throw new Refusal(RejectCode.BAD_UTF8, where);
    }
    String place = ValueReader.pointer(where + "/", name);
    if (!names.add(name)) { // which of the two is meant?
      read.remove(name);
      throw new Refusal(RejectCode.DUPLICATE_FIELD, place);
    }
    values.read(name, place).ifPresent(value -> read.put(name, value));
  }
}
