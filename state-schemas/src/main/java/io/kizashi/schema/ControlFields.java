package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the record of a control: its scalars by their path, objects themselves as empty
 * texts.
 */
record ControlFields(Map<String, String> texts) {
  private static final JsonFactory READER =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(Bounds.CONTROL_BYTES)
                  .maxStringLength(Bounds.CONTROL_BYTES)
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  .build())
          .build();

  /** Tells which control a record holds, where the topic does not. */
  static final String TAG = "control";

  /** The fields of a record; empty where it is no object. Never throws. */
  static Optional<ControlFields> of(byte[] bytes) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser in = READER.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      read(in, "", texts);
      return Optional.of(new ControlFields(texts));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void read(JsonParser in, String path, Map<String, String> texts)
      throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      texts.put(path + name, value.isScalarValue() ? in.getText() : "");
      if (value == JsonToken.START_OBJECT) {
        read(in, path + name + ".", texts);
      } else {
        in.skipChildren();
      }
    }
  }

  /** Whether a record says that it holds this control, or does not say which. */
  boolean isOf(Control.Kind kind) {
    return !texts.containsKey(TAG) || has(TAG, kind.wire());
  }

  boolean has(String path) {
    return texts.containsKey(path) && (path.equals("rollout") || !text(path).isEmpty());
  }

  boolean has(String path, String value) {
    return text(path).equals(value);
  }

  String text(String path) {
    return texts.getOrDefault(path, "");
  }

  long whole(String path) {
    return text(path).matches("[1-9]\\d{0,17}") ? Long.parseLong(text(path)) : 0;
  }

  Optional<RulebookDocument> document(String path) {
    RulebookDocument document =
        new RulebookDocument(text(path + "file"), whole(path + "version"), text(path + "text"));
    return document.version() > 0 && !document.text().isEmpty()
        ? Optional.of(document)
        : Optional.empty();
  }
}
