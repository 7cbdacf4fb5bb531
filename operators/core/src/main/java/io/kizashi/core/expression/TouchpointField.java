package io.kizashi.core.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Touchpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A touchpoint's field under the name, and with the type, that expressions use.
 *
 * @param type its CEL type
 * @param read its value; empty only for an absent emotion, as absent text is empty text
 */
record TouchpointField(CelType type, Function<Touchpoint, Optional<Object>> read) {
  /** The name of the structure that {@code event.emotion} is. */
  static final String EMOTION = "Emotion";

  static final Map<String, TouchpointField> BY_NAME = all();

  private static Map<String, TouchpointField> all() {
    Map<String, TouchpointField> all = new LinkedHashMap<>();
    all.put("id", text(Touchpoint::id));
    all.put("type", text(Touchpoint::type));
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
    all.put("values", field(ListType.create(SimpleType.STRING), t -> t.setting().values()));
    all.put(
        "properties",
        field(MapType.create(SimpleType.STRING, SimpleType.DYN), Touchpoint::properties));
    all.put(
        "emotion",
        new TouchpointField(
            StructTypeReference.create(EMOTION), t -> t.emotion().map(TouchpointField::scores)));
    return Collections.unmodifiableMap(all);
  }

  private static TouchpointField text(Function<Touchpoint, Object> read) {
    return field(SimpleType.STRING, read);
  }

  private static TouchpointField field(CelType type, Function<Touchpoint, Object> read) {
    return new TouchpointField(type, t -> Optional.of(read.apply(t)));
  }

  /**
   * Whether it is one text, number or truth.
   *
   * @param within the name of what is meant in it, where it holds several
   */
  boolean isScalar(Optional<String> within) {
    if (type instanceof MapType) {
      return within.isPresent();
    }
    return type instanceof StructTypeReference
        ? within.filter(Structures.SAID::containsKey).isPresent()
        : type.equals(SimpleType.STRING) && within.isEmpty();
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
