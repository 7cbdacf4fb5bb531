package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the value that a parser stands on, or refuses it with its place. */
final class ValueReader {
  private final JsonParser parser;
  private final Flaws flaws;

  /** What is cut of a value within another is told to {@code flaws}. */
  ValueReader(JsonParser parser, Flaws flaws) {
    this.parser = parser;
    this.flaws = flaws;
  }

  /** Words; those beyond the bound are cut. */
  String words(String where) throws IOException, Refusal {
    return flaws.cut(text(where, Integer.MAX_VALUE), Bounds.STRING_CHARS, where);
  }

  String text(String where, int bound) throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new Refusal(RejectCode.WRONG_TYPE, where);
    }
    String text = parser.getText();
    if (text.length() > bound) {
      throw new Refusal(RejectCode.TOO_LONG, where);
    }
    if (Utf8.isBroken(text)) {
      throw new Refusal(RejectCode.BAD_UTF8, where);
    }
    return text;
  }

  /** A null text is an absent one, and empty. */
  String textOrNull(String where, int bound) throws IOException, Refusal {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : text(where, bound);
  }

  /** A text, a number or a truth; a null is an absent one. */
  Optional<Object> scalar(String where) throws IOException, Refusal {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(words(where));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number(where));
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

  double number(String where) throws IOException, Refusal {
    if (!parser.currentToken().isNumeric()) {
      throw new Refusal(RejectCode.WRONG_TYPE, where);
    }
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new Refusal(RejectCode.NOT_FINITE, where);
    }
    return number + 0.0; // minus zero is zero, or equal numbers would give unequal touchpoints
  }

  long time() throws IOException, Refusal {
    long value;
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String text = text("/time", Bounds.NAME_CHARS);
      value = Rfc3339.parse(text).orElseThrow(() -> new Refusal(fault(text), "/time"));
    } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw new Refusal(RejectCode.BAD_TIME, "/time");
      }
      value = parser.getLongValue();
    } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      number("/time");
      throw new Refusal(RejectCode.BAD_TIME, "/time");
    } else {
      throw new Refusal(RejectCode.WRONG_TYPE, "/time");
    }
    if (value < Bounds.EARLIEST || value > Bounds.LATEST) {
      throw new Refusal(RejectCode.BAD_TIME, "/time");
    }
    return value;
  }

  private static RejectCode fault(String time) {
    return Rfc3339.lacksZone(time) ? RejectCode.NO_ZONE : RejectCode.BAD_TIME;
  }

  List<String> values() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Refusal(RejectCode.WRONG_TYPE, "/values");
    }
    List<String> read = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (read.size() == Bounds.VALUES) {
        throw new Refusal(RejectCode.TOO_LONG, "/values");
      }
      read.add(text("/values/" + read.size(), Bounds.NAME_CHARS));
    }
    return read;
  }

  Emotion emotion() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Refusal(RejectCode.WRONG_TYPE, "/emotion");
    }
    Map<String, Double> numbers = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String where = pointer("/emotion/", name);
      if (!names.add(name)) {
        throw new Refusal(RejectCode.DUPLICATE_FIELD, where);
      }
      parser.nextToken();
      switch (name) {
        case "valence", "arousal", "confidence" -> numbers.put(name, number(where));
        case "label", "source" -> words.put(name, text(where, Bounds.NAME_CHARS));
        default -> parser.skipChildren();
      }
    }
    return scored(numbers, words);
  }

  private static Emotion scored(Map<String, Double> numbers, Map<String, String> words)
      throws Refusal {
    Double valence = numbers.get("valence");
    if (valence == null) {
      throw new Refusal(RejectCode.MISSING_FIELD, "/emotion/valence");
    }
    try {
      return new Emotion(
          valence,
          numbers.getOrDefault("arousal", 0.0),
          words.getOrDefault("label", ""),
          numbers.getOrDefault("confidence", 1.0),
          words.getOrDefault("source", ""));
    } catch (IllegalArgumentException e) {
      throw new Refusal(RejectCode.BAD_VALUE, "/emotion");
    }
  }

  static String pointer(String parent, String name) {
    return parent + name.replace("~", "~0").replace("/", "~1");
  }
}
