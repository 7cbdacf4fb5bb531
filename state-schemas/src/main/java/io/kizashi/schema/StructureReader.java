package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the list or the object that one property is. What lies deeper than {@link
 * Bounds#PROPERTY_DEPTH} is cut, and so is all that comes after the first value for which there is
 * no room: what was read before it stands. An empty list or object within counts as a value. What
 * is kept of a property would be kept of it again, whole.
 */
final class StructureReader {
  private static final int NUMBER_BYTES = 8;

  private final JsonParser parser;
  private final ValueReader values;
  private final Flaws flaws;
  private final String property;
  private int valuesLeft = Bounds.PROPERTY_VALUES;
  private int bytesLeft = Bounds.PROPERTY_BYTES;

  /** A reader of the property at a pointer. */
  StructureReader(JsonParser parser, ValueReader values, Flaws flaws, String property) {
    this.parser = parser;
    this.values = values;
    this.flaws = flaws;
    this.property = property;
  }

  /** The list or the object on which the parser stands. */
  Optional<Object> read() throws IOException, Refusal {
    return Optional.of(structure(property, 1));
  }

  private Object structure(String where, int depth) throws IOException, Refusal {
    if (depth > Bounds.PROPERTY_DEPTH) {
      throw new Refusal(RejectCode.TOO_DEEP, where);
    }
    return parser.currentToken() == JsonToken.START_ARRAY
        ? list(where, depth)
        : object(where, depth);
  }

  private List<Object> list(String where, int depth) throws IOException {
    List<Object> read = new ArrayList<>();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      String place = where + "/" + i;
      flaws.read(() -> within("", place, depth).ifPresent(read::add));
    }
    return read;
  }

  private Map<String, Object> object(String where, int depth) throws IOException {
    return new FieldsReader(parser, flaws, where, Bounds.PROPERTY_VALUES)
        .read((name, place) -> within(name, place, depth));
  }

  private Optional<Object> within(String name, String where, int depth)
      throws IOException, Refusal {
    if (!parser.currentToken().isStructStart()) {
      Optional<Object> scalar = values.scalar(where);
      return scalar.isPresent() && hasRoom(1, bytes(name) + bytes(scalar.get()))
          ? scalar
          : Optional.empty();
    }
    boolean named = hasRoom(0, bytes(name));
    Object read = structure(where, depth + 1);
    return named && (!isEmpty(read) || hasRoom(1, 0)) ? Optional.of(read) : Optional.empty();
  }

  /** Whether so much more has room; where it has none, nothing that follows has. */
  private boolean hasRoom(int more, int bytes) {
    if (valuesLeft < more || bytesLeft < bytes) {
      flaws.add(RejectCode.TOO_LONG, property);
      valuesLeft = -1;
      bytesLeft = -1;
      return false;
    }
    valuesLeft -= more;
    bytesLeft -= bytes;
    return true;
  }

  private static boolean isEmpty(Object structure) {
    return structure instanceof List<?> list ? list.isEmpty() : ((Map<?, ?>) structure).isEmpty();
  }

  /** What a scalar takes: texts as UTF-8. */
  private static int bytes(Object scalar) {
    if (scalar instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
    return scalar instanceof Double ? NUMBER_BYTES : 1;
  }
}
