package io.kizashi.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kizashi.schema.RulebookDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Rulebooks on their topic: {@code {"file":…,"version":…,"text":…}}. */
public final class RulebookRecords {
  private static final JsonFactory JSON = new JsonFactory();

  private RulebookRecords() {}

  /** The record of a rulebook. */
  public static byte[] encode(RulebookDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("file", document.file());
      out.writeNumberField("version", document.version());
      out.writeStringField("text", document.text());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** The rulebook of a record; empty where it is none. Never throws. */
  static Optional<RulebookDocument> decode(byte[] bytes) {
    try (JsonParser in = JSON.createParser(bytes)) {
      String file = "";
      long version = 0;
      String text = "";
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
        in.nextToken();
        switch (field) {
          case "file" -> file = in.getText();
          case "version" -> version = in.getLongValue();
          case "text" -> text = in.getText();
          default -> in.skipChildren();
        }
      }
      return version > 0 && !text.isEmpty()
          ? Optional.of(new RulebookDocument(file, version, text))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
