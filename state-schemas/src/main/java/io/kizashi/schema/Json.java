package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one JSON factory, with every limit set. */
final class Json {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(Bounds.RECORD_BYTES)
                  .maxNestingDepth(Bounds.JSON_DEPTH)
                  // Jackson's own string and name limits count bytes in part, and tell no field:
                  // the reader holds them exactly, within what the document length leaves.
                  .maxStringLength(Bounds.RECORD_BYTES)
                  .maxNameLength(Bounds.RECORD_BYTES)
                  .maxNumberLength(Bounds.NAME_CHARS)
                  .maxTokenCount(Bounds.JSON_TOKENS)
                  .build())
          // Read so that it can be refused by its own code instead of as broken syntax.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private Json() {}

  /** A value of any form in one line. */
  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      writeValue(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  /** Writes the fields of one object. */
  interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    write(fields, bytes);
    return bytes.toByteArray();
  }

  /** Bytes that {@link #object} gives. */
  static int size(Fields fields) {
    Counting count = new Counting();
    write(fields, count);
    return count.bytes;
  }

  private static void write(Fields fields, OutputStream bytes) {
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static final class Counting extends OutputStream {
    private int bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  /** Doubles without a fraction are written as whole numbers: 5400, not 5400.0. */
  static void writeScalar(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Double number) {
      writeNumber(out, number);
    } else {
      out.writeString((String) value);
    }
  }

  /** A value of any form: text, a double, a truth value, a list, a mapping, or nothing. */
  static void writeValue(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      out.writeStartObject();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        out.writeFieldName((String) field.getKey());
        writeValue(out, field.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> items) {
      out.writeStartArray();
      for (Object item : items) {
        writeValue(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Optional<?>) {
      out.writeNull();
    } else {
      writeScalar(out, value);
    }
  }

  static void writeNumber(JsonGenerator out, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      out.writeNumber((long) number);
    } else {
      out.writeNumber(number);
    }
  }
}
