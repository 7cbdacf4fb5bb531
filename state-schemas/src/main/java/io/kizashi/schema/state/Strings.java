package io.kizashi.schema.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a text in full the first time and as a number afterwards; one dictionary a segment. */
final class Strings {
  private Strings() {}

  static final class Writer {
    private final Map<String, Integer> known = new HashMap<>();

    void write(ByteSink out, String text) {
      Integer number = known.putIfAbsent(text, known.size() + 1);
      if (number != null) {
        out.writeVarint(number);
      } else {
        out.writeVarint(0);
        out.writeText(text);
      }
    }
  }

  static final class Reader {
    private final List<String> known = new ArrayList<>();

    String read(ByteSource in) {
      int number = in.readSize();
      if (number > 0) {
        return known.get(number - 1);
      }
      String text = in.readText();
      known.add(text);
      return text;
    }
  }
}
