package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one touchpoint token by token; one reader a record. */
final class TouchpointReader {
  private enum Field {
    ID,
    TYPE,
    TIME,
    CUSTOMER,
    ANONYMOUS,
    ACTOR,
    CHANNEL,
    SESSION,
    CONTACT,
    CASE,
    ACCOUNT,
    PLACE,
    REGION,
    STAGE,
    VALUES,
    EMOTION,
    TEXT,
    PROPERTIES;

    static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
      for (Field field : values()) {
        BY_NAME.put(field.wire(), field);
      }
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Ends the reading; costs no stack trace, as damaged streams refuse often. */
  static final class Refusal extends Exception {
    private final RejectCode code;
    private final String where;

    Refusal(RejectCode code, String where) {
      super(code.wire(), null, false, false);
      this.code = code;
      this.where = where;
    }

    RejectCode code() {
      return code;
    }

    String where() {
      return where;
    }
  }

  private final JsonParser parser;
  private final long arrival;
  private final long latest;
  private final EnumMap<Field, String> texts = new EnumMap<>(Field.class);
  private OptionalLong time = OptionalLong.empty();
  private List<String> values = List.of();
  private Optional<Emotion> emotion = Optional.empty();
  private Map<String, Object> properties = Map.of();
  private final EnumSet<Field> seen = EnumSet.noneOf(Field.class);
  private int unknown;

  TouchpointReader(JsonParser parser, long arrival, long latest) {
    this.parser = parser;
    this.arrival = arrival;
    this.latest = latest;
  }

  Decoding read() throws IOException, Refusal {
    try {
      return readRecord();
    } catch (StreamConstraintsException e) {
      throw new Refusal(bound(e), here());
    }
  }

  /** Which bound a document broke; Jackson tells it by its words only. */
  private static RejectCode bound(StreamConstraintsException e) {
    return e.getOriginalMessage().contains("nesting depth")
        ? RejectCode.TOO_DEEP
        : RejectCode.TOO_LONG;
  }

  private String here() {
    return "byte " + parser.currentLocation().getByteOffset();
  }

  private Decoding readRecord() throws IOException, Refusal {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Refusal(RejectCode.BAD_JSON, "byte 0");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Field field = Field.BY_NAME.get(parser.currentName());
      parser.nextToken();
      if (field == null) {
        unknown++;
        parser.skipChildren();
      } else {
        readOnce(field);
      }
    }
    if (parser.nextToken() != null) {
      throw new Refusal(
          RejectCode.BAD_JSON, "byte " + parser.currentTokenLocation().getByteOffset());
    }
    return finish();
  }

  private void readOnce(Field field) throws IOException, Refusal {
    if (!seen.add(field)) {
      throw new Refusal(RejectCode.DUPLICATE_FIELD, "/" + field.wire());
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field) {
      case TIME -> time = OptionalLong.of(readTime());
      case VALUES -> values = readValues();
      case EMOTION -> emotion = Optional.of(readEmotion());
      case PROPERTIES -> properties = readProperties();
      case TEXT -> texts.put(field, readText("/text", Bounds.STRING_CHARS));
      case ID,
          TYPE,
          CUSTOMER,
          ANONYMOUS,
          ACTOR,
          CHANNEL,
          SESSION,
          CONTACT,
          CASE,
          ACCOUNT,
          PLACE,
          REGION,
          STAGE ->
          texts.put(field, readText("/" + field.wire(), Bounds.NAME_CHARS));
    }
  }

  private Decoding finish() throws Refusal {
    String type = required(Field.TYPE);
    if (!isSnakeCase(type)) {
      throw new Refusal(RejectCode.BAD_VALUE, "/type");
    }
    long happened = time.orElseThrow(() -> new Refusal(RejectCode.MISSING_FIELD, "/time"));
    if (type.equals(Heartbeats.TYPE)) {
      return new Decoding.Heartbeat(happened);
    }
    String id = required(Field.ID);
    CustomerKey key = key();
    if (happened > latest) {
      throw new Refusal(RejectCode.IN_THE_FUTURE, "/time");
    }
    Touchpoint touchpoint =
        new Touchpoint(
            id,
            type,
            happened,
            key,
            actor(),
            setting(),
            emotion,
            text(Field.TEXT),
            properties,
            arrival);
    return new Decoding.Decoded(touchpoint, unknown);
  }

  private CustomerKey key() throws Refusal {
    if (!text(Field.CUSTOMER).isEmpty()) {
      return CustomerKey.customer(text(Field.CUSTOMER));
    }
    if (!text(Field.ANONYMOUS).isEmpty()) {
      return CustomerKey.guest(text(Field.ANONYMOUS));
    }
    throw new Refusal(RejectCode.MISSING_FIELD, "/customer");
  }

  private Actor actor() throws Refusal {
    String wire = text(Field.ACTOR);
    return wire.isEmpty()
        ? Actor.CUSTOMER
        : Actor.of(wire).orElseThrow(() -> new Refusal(RejectCode.BAD_VALUE, "/actor"));
  }

  private Setting setting() {
    return new Setting(
        text(Field.CHANNEL),
        text(Field.SESSION),
        text(Field.CONTACT),
        text(Field.CASE),
        text(Field.ACCOUNT),
        text(Field.PLACE),
        text(Field.REGION),
        text(Field.STAGE),
        text(Field.ANONYMOUS),
        values);
  }

  private String text(Field field) {
    return texts.getOrDefault(field, "");
  }

  private String required(Field field) throws Refusal {
    String text = text(field);
    if (text.isEmpty()) {
      throw new Refusal(RejectCode.MISSING_FIELD, "/" + field.wire());
    }
    return text;
  }

  private static boolean isSnakeCase(String type) {
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean inner = (c >= '0' && c <= '9') || c == '_';
      if (!letter && (i == 0 || !inner)) {
        return false;
      }
    }
    return true;
  }

  private String readText(String where, int bound) throws IOException, Refusal {
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

  private double readNumber(String where) throws IOException, Refusal {
    if (!parser.currentToken().isNumeric()) {
      throw new Refusal(RejectCode.WRONG_TYPE, where);
    }
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new Refusal(RejectCode.NOT_FINITE, where);
    }
    return number + 0.0; // minus zero is zero, or equal numbers would give unequal touchpoints
  }

  private long readTime() throws IOException, Refusal {
    long value;
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      value =
          Rfc3339.parse(readText("/time", Bounds.NAME_CHARS))
              .orElseThrow(() -> new Refusal(RejectCode.BAD_TIME, "/time"));
    } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw new Refusal(RejectCode.BAD_TIME, "/time");
      }
      value = parser.getLongValue();
    } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      readNumber("/time");
      throw new Refusal(RejectCode.BAD_TIME, "/time");
    } else {
      throw new Refusal(RejectCode.WRONG_TYPE, "/time");
    }
    if (value < Bounds.EARLIEST || value > Bounds.LATEST) {
      throw new Refusal(RejectCode.BAD_TIME, "/time");
    }
    return value;
  }

  private List<String> readValues() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Refusal(RejectCode.WRONG_TYPE, "/values");
    }
    List<String> read = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (read.size() == Bounds.VALUES) {
        throw new Refusal(RejectCode.TOO_LONG, "/values");
      }
      read.add(readText("/values/" + read.size(), Bounds.NAME_CHARS));
    }
    return read;
  }

  private Emotion readEmotion() throws IOException, Refusal {
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
        case "valence", "arousal", "confidence" -> numbers.put(name, readNumber(where));
        case "label", "source" -> words.put(name, readText(where, Bounds.NAME_CHARS));
        default -> parser.skipChildren();
      }
    }
    return emotion(numbers, words);
  }

  private static Emotion emotion(Map<String, Double> numbers, Map<String, String> words)
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

  private Map<String, Object> readProperties() throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Refusal(RejectCode.WRONG_TYPE, "/properties");
    }
    Map<String, Object> read = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (names.size() == Bounds.PROPERTIES || name.length() > Bounds.NAME_CHARS) {
        throw new Refusal(RejectCode.TOO_LONG, "/properties");
      }
      if (Utf8.isBroken(name)) {
        throw new Refusal(RejectCode.BAD_UTF8, "/properties");
      }
      String where = pointer("/properties/", name);
      if (!names.add(name)) {
        throw new Refusal(RejectCode.DUPLICATE_FIELD, where);
      }
      parser.nextToken();
      readScalar(where).ifPresent(value -> read.put(name, value));
    }
    return read;
  }

  private static String pointer(String parent, String name) {
    return parent + name.replace("~", "~0").replace("/", "~1");
  }

  /** A null property is an absent one. */
  private Optional<Object> readScalar(String where) throws IOException, Refusal {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Optional.of(readText(where, Bounds.STRING_CHARS));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(readNumber(where));
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
