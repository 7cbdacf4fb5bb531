package io.kizashi.core.expression;

import io.kizashi.schema.Emotion;
import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A touchpoint's field under the name, and with the type, that expressions use.
 *
 * @param shape what it holds
 * @param read its value; empty only for an absent emotion, as absent text is empty text
 */
public record TouchpointField(Shape shape, Function<Touchpoint, Optional<Object>> read) {
  /** All fields by name, in the order in which they are documented. */
  public static final Map<String, TouchpointField> BY_NAME = all();

  /** What a field holds. */
  public enum Shape {
    /** One text. */
    TEXT,
    /** A list of texts. */
    TEXTS,
    /** A point in time. */
    TIME,
    /** Values of any kind, by name. */
    PROPERTIES,
    /** The parts of an emotion, by name. */
    EMOTION
  }

  private static final Set<String> EMOTION_PARTS =
      Set.of("valence", "arousal", "label", "confidence", "source");

  private static Map<String, TouchpointField> all() {
    Map<String, TouchpointField> all = new LinkedHashMap<>();
    all.put("id", text(Touchpoint::id));
    all.put("type", text(Touchpoint::type));
    all.put("time", field(Shape.TIME, t -> Instant.ofEpochMilli(t.time())));
    all.put("customer", text(t -> t.cameUnder().id()));
    all.put("actor", text(t -> t.actor().wire()));
    all.put("channel", text(t -> t.setting().channel()));
    all.put("session", text(t -> t.setting().session()));
    all.put("contact", text(t -> t.setting().contact()));
    all.put("case", text(t -> t.setting().caseId()));
    all.put("account", text(t -> t.setting().account()));
    all.put("place", text(t -> t.setting().place()));
    all.put("region", text(t -> t.setting().region()));
    all.put("stage", text(t -> t.setting().stage()));
    all.put("text", text(Touchpoint::text));
    all.put("values", field(Shape.TEXTS, t -> t.setting().values()));
    all.put("properties", field(Shape.PROPERTIES, Touchpoint::properties));
    all.put(
        "emotion",
        new TouchpointField(Shape.EMOTION, t -> t.emotion().map(TouchpointField::scores)));
    return Collections.unmodifiableMap(all);
  }

  private static TouchpointField text(Function<Touchpoint, Object> read) {
    return field(Shape.TEXT, read);
  }

  private static TouchpointField field(Shape shape, Function<Touchpoint, Object> read) {
    return new TouchpointField(shape, t -> Optional.of(read.apply(t)));
  }

  /**
   * Whether it is one text, number or truth.
   *
   * @param within the name of what is meant in it, where it holds several
   */
  boolean isScalar(Optional<String> within) {
    return switch (shape) {
      case TEXT -> within.isEmpty();
      case TEXTS, TIME -> false;
      case PROPERTIES -> within.isPresent();
      case EMOTION -> within.filter(EMOTION_PARTS::contains).isPresent();
    };
  }

  private static Object scores(Emotion emotion) {
    return Map.of(
        "valence", emotion.valence(),
        "arousal", emotion.arousal(),
        "label", emotion.label(),
        "confidence", emotion.confidence(),
        "source", emotion.source());
  }
}
