package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import io.kizashi.schema.form.Literals;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Reads one touchpoint token by token; one reader a record. */
final class TouchpointReader {
  private enum Field {
    ID("id"),
    TYPE("type"),
    TIME("time"),
    CUSTOMER("customer"),
    ANONYMOUS("anonymous"),
    ACTOR("actor"),
    CHANNEL("channel"),
    SESSION("session"),
    CONTACT("contact"),
    CASE("case"),
    ACCOUNT("account"),
    PLACE("place"),
    REGION("region"),
    STAGE("stage"),
    VALUES("values"),
    EMOTION("emotion"),
    TEXT("text"),
    PROPERTIES("properties");

    static final Literals<String, Field> BY_NAME = Literals.of(List.of(values()), Field::wire);

    private final String wire;

    Field(String wire) {
      this.wire = wire;
    }

    /** As records spell it. */
    String wire() {
      return wire;
    }
  }

  /** Without these nothing is known; what else does not fit is cut. */
  private static final Set<Field> WHO_WHAT_WHEN =
      Set.of(Field.ID, Field.TYPE, Field.TIME, Field.CUSTOMER);

  /** Each one word, or it can't be told what was allowed. */
  private static final List<String> WHAT_A_GRANT_IS_FOR = List.of("channel", "purpose", "until");

  private static final String PROPERTIES = "/properties/";

  private final JsonParser parser;
  private final ValueReader reader;
  private final long arrival;
  private final long latest;
  private final Predicate<String> isFinite;
  private final Placeholders nobody;
  private final SourceField source = new SourceField();
  private final EnumMap<Field, String> texts = new EnumMap<>(Field.class);
  private OptionalLong time = OptionalLong.empty();
  private List<String> values = List.of();
  private Optional<Emotion> emotion = Optional.empty();
  private Map<String, Object> properties = Map.of();
  private final EnumSet<Field> seen = EnumSet.noneOf(Field.class);
  private final Flaws flaws;
  private int unknown;

  TouchpointReader(
      JsonParser parser,
      long arrival,
      long latest,
      Predicate<String> isFinite,
      Placeholders nobody) {
    this.parser = parser;
    this.flaws = new Flaws(parser);
    this.reader = new ValueReader(parser, flaws);
    this.arrival = arrival;
    this.latest = latest;
    this.isFinite = isFinite;
    this.nobody = nobody;
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
      String name = parser.currentName();
      Optional<Field> field = Field.BY_NAME.find(name);
      parser.nextToken();
      if (field.isEmpty()) {
        unknown++;
        if (name.equals(SourceField.NAME)) {
          source.read(reader);
        }
        parser.skipChildren();
      } else {
        readOnce(field.get());
      }
    }
    if (parser.nextToken() != null) {
      throw new Refusal(
          RejectCode.BAD_JSON, "byte " + parser.currentTokenLocation().getByteOffset());
    }
    return finish();
  }

  private void readOnce(Field field) throws IOException, Refusal {
    boolean again = !seen.add(field);
    if (WHO_WHAT_WHEN.contains(field)) {
      if (again) {
        throw new Refusal(RejectCode.DUPLICATE_FIELD, "/" + field.wire());
      }
      read(field);
    } else if (again) { // which of the two is meant?
      flaws.add(RejectCode.DUPLICATE_FIELD, "/" + field.wire());
      cut(field);
      parser.skipChildren();
    } else {
      flaws.read(() -> read(field));
    }
  }

  private void cut(Field field) {
    texts.remove(field);
    values = field == Field.VALUES ? List.of() : values;
    emotion = field == Field.EMOTION ? Optional.empty() : emotion;
    properties = field == Field.PROPERTIES ? Map.of() : properties;
  }

  private void read(Field field) throws IOException, Refusal {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field) {
      case TIME -> time = OptionalLong.of(reader.time());
      case VALUES -> values = reader.values();
      case EMOTION -> emotion = Optional.of(reader.emotion());
      case PROPERTIES -> properties = new PropertyReader(parser, reader, flaws).read();
      case TEXT -> texts.put(field, reader.words("/text"));
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
          texts.put(field, reader.text("/" + field.wire(), Bounds.NAME_CHARS));
    }
  }

  private Decoding finish() throws Refusal {
    String type = required(Field.TYPE);
    if (!isSnakeCase(type)) {
      throw new Refusal(RejectCode.BAD_VALUE, "/type");
    }
    long happened = time.orElseThrow(() -> new Refusal(RejectCode.MISSING_FIELD, "/time"));
    if (type.equals(Heartbeats.TYPE)) {
      return heartbeat(happened);
    }
    if (ReservedTypes.isNotYet(type)) {
      throw new Refusal(RejectCode.NOT_YET, "/type");
    }
    String id = required(Field.ID);
    CustomerKey key = key();
    if (happened > latest) {
      throw new Refusal(RejectCode.IN_THE_FUTURE, "/time");
    }
    Actor actor = actor();
    checkGrant(type);
    Touchpoint touchpoint =
        new Touchpoint(
            id,
            type,
            happened,
            key,
            actor,
            setting(),
            emotion,
            text(Field.TEXT),
            properties,
            arrival);
    return new Decoding.Decoded(touchpoint, unknown, flaws.all());
  }

  /** A grant is exact: one of which something is cut may have been for less. */
  private void checkGrant(String type) throws Refusal {
    if (!type.equals(ReservedTypes.CONSENT_CHANGED)
        || !Boolean.TRUE.equals(properties.get("granted"))) {
      return;
    }
    if (!flaws.all().isEmpty()) {
      Decoding.Flaw flaw = flaws.all().get(0);
      throw new Refusal(flaw.code(), flaw.part());
    }
    for (String name : WHAT_A_GRANT_IS_FOR) {
      if (properties.get(name) instanceof List || properties.get(name) instanceof Map) {
        throw new Refusal(RejectCode.WRONG_TYPE, PROPERTIES + name);
      }
    }
  }

  private Decoding heartbeat(long time) throws Refusal {
    Meaning meaning = Meaning.of(text(Field.TEXT));
    // A clock that runs ahead, or a sample fed to an engine at work, must not make every deadline
    // pass: that can't be undone.
    if (time > latest && !(meaning == Meaning.END && isFinite.test(source.text()))) {
      throw new Refusal(RejectCode.IN_THE_FUTURE, "/time");
    }
    return new Decoding.Heartbeat(time, source.text(), meaning);
  }

  private CustomerKey key() throws Refusal {
    if (!name(Field.CUSTOMER).isEmpty()) {
      return CustomerKey.customer(name(Field.CUSTOMER));
    }
    if (!name(Field.ANONYMOUS).isEmpty()) {
      return CustomerKey.guest(name(Field.ANONYMOUS));
    }
    for (Decoding.Flaw flaw : flaws.all()) {
      if (flaw.part().equals("/" + Field.ANONYMOUS.wire())) {
        throw new Refusal(flaw.code(), flaw.part());
      }
    }
    for (Field field : List.of(Field.CUSTOMER, Field.ANONYMOUS)) {
      if (!text(field).isEmpty()) {
        throw new Refusal(RejectCode.PLACEHOLDER, "/" + field.wire());
      }
    }
    throw new Refusal(RejectCode.MISSING_FIELD, "/customer");
  }

  /** Whom or what a field names; empty where it names nobody, in whatever words. */
  private String name(Field field) {
    String name = text(field);
    return nobody.hold(name) ? "" : name;
  }

  /** Whoever can't be told is no customer: a machine's words are nobody's feelings. */
  private Actor actor() {
    String part = "/" + Field.ACTOR.wire();
    String wire = text(Field.ACTOR);
    if (wire.isEmpty()) {
      return flaws.isCut(part) ? Actor.SYSTEM : Actor.CUSTOMER;
    }
    Optional<Actor> known = Actor.of(wire);
    if (known.isEmpty()) {
      flaws.add(RejectCode.BAD_VALUE, part);
    }
    return known.or(() -> Actor.of(Spelling.plain(wire))).orElse(Actor.SYSTEM);
  }

  private Setting setting() {
    return new Setting(
        text(Field.CHANNEL),
        name(Field.SESSION),
        name(Field.CONTACT),
        name(Field.CASE),
        name(Field.ACCOUNT),
        text(Field.PLACE),
        text(Field.REGION),
        text(Field.STAGE),
        name(Field.ANONYMOUS),
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
}
