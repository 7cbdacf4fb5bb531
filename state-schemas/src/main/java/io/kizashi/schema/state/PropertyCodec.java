package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.form.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The binary form of what properties hold; signals and profiles keep such values too. */
final class PropertyCodec {
  private static final int FALSE = 0;
  private static final int TRUE = 1;
  private static final int NUMBER = 2;
  private static final int TEXT = 3;
  private static final int LIST = 4;
  private static final int OBJECT = 5;

  private PropertyCodec() {}

  /** Values by name, in their order. */
  static void writeAll(ByteSink out, Strings.Writer strings, Map<?, ?> properties) {
    out.writeVarint(properties.size());
    properties.forEach(
        (name, value) -> {
          strings.write(out, (String) name);
          write(out, strings, value);
        });
  }

  static Map<String, Object> readAll(ByteSource in, Strings.Reader strings) {
    return readAll(in, strings, 0);
  }

  private static Map<String, Object> readAll(ByteSource in, Strings.Reader strings, int depth) {
    int count = in.readSize();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      properties.put(strings.read(in), read(in, strings, depth));
    }
    return Collections.unmodifiableMap(properties);
  }

  static void write(ByteSink out, Strings.Writer strings, Object value) {
    if (value instanceof Boolean truth) {
      out.writeByte(truth ? TRUE : FALSE);
    } else if (value instanceof Double number) {
      out.writeByte(NUMBER);
      out.writeDouble(number);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      out.writeVarint(list.size());
      list.forEach(item -> write(out, strings, item));
    } else if (value instanceof Map<?, ?> object) {
      out.writeByte(OBJECT);
      writeAll(out, strings, object);
    } else {
      out.writeByte(TEXT);
      strings.write(out, (String) value);
    }
  }

  static Object read(ByteSource in, Strings.Reader strings) {
    return read(in, strings, 0);
  }

  /**
   * Reads a value.
   *
   * @param depth lists and objects that it lies in; damage must not nest as deep as it likes
   */
  private static Object read(ByteSource in, Strings.Reader strings, int depth) {
    int kind = in.readByte();
    if (depth == Bounds.PROPERTY_DEPTH && (kind == LIST || kind == OBJECT)) {
      throw new IllegalArgumentException("lists and objects lie too deep in each other");
    }
    return switch (kind) {
      case FALSE -> false;
      case TRUE -> true;
      case NUMBER -> in.readDouble();
      case TEXT -> strings.read(in);
      case LIST -> readList(in, strings, depth + 1);
      case OBJECT -> readAll(in, strings, depth + 1);
      default -> throw Form.SCALAR.unknown(kind);
    };
  }

  private static List<Object> readList(ByteSource in, Strings.Reader strings, int depth) {
    int count = in.readSize();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(read(in, strings, depth));
    }
    return Collections.unmodifiableList(list);
  }
}
