package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of a record that the engine wrote, but for its reasoning.
 *
 * @param texts scalars by their path
 * @param evidence ids of the touchpoints that a moment rests on
 */
record OutputFields(Map<String, String> texts, List<String> evidence) {
  /** The engine's own records; how long they are it has seen to as it wrote them. */
  private static final JsonFactory READER = new JsonFactory();

  private static final String EVIDENCE = "evidence";
  private static final Set<String> REASONING =
      Set.of("content", "score", "briefing", "explanation");

  /** The fields of a record; empty where it is no object, or lacks one that is asked for. */
  static <T> Optional<T> read(byte[] bytes, Function<OutputFields, T> of) {
    OutputFields fields = new OutputFields(new HashMap<>(), new ArrayList<>());
    try (JsonParser in = READER.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      fields.read(in, "");
      return Optional.of(of.apply(fields));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void read(JsonParser in, String path) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      if (value.isScalarValue()) {
        texts.put(path + name, in.getText());
      } else if (value == JsonToken.START_OBJECT && !REASONING.contains(name)) {
        read(in, path + name + ".");
      } else if (name.equals(EVIDENCE)) {
        readEvidence(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void readEvidence(JsonParser in) throws IOException {
    for (String id = in.nextTextValue(); id != null; id = in.nextTextValue()) {
      evidence.add(id);
    }
  }

  /**
   * The text at a path.
   *
   * @throws IllegalArgumentException if there is none
   */
  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalArgumentException("the record has no '" + path + "'");
    }
    return text;
  }

  String optional(String path) {
    return texts.getOrDefault(path, "");
  }

  long time(String path) {
    return Rfc3339.parse(text(path))
        .orElseThrow(() -> new IllegalArgumentException("'" + path + "' is no time"));
  }

  double number(String path) {
    return Double.parseDouble(text(path));
  }

  RulebookRef rulebook() {
    long version = Long.parseLong(text("rulebook.version"));
    return new RulebookRef(text("rulebook.name"), version, text("rulebook.hash"));
  }

  CustomerKey customer() {
    return new CustomerKey(Boolean.parseBoolean(optional("guest")), text("customer"));
  }

  /** The constant that records spell as the text at a path. */
  <T> T constant(String path, T[] all, Function<T, String> wire) {
    String text = text(path);
    return Stream.of(all)
        .filter(it -> wire.apply(it).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + path + "' is " + text));
  }
}
