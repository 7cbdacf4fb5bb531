package io.kizashi.language.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompilerBuilder;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.TouchpointField;
import io.kizashi.language.expression.ExpressionMemory.Speakable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells CEL the names of a rulebook, and the fields of what they stand for. */
final class Structures implements CelTypeProvider {
  /** What is known of the customer wherever facts may be read: segments are made of the others. */
  static final Set<FactName> FACTS =
      Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(FactName.SEGMENTS)));

  private static final String TOUCHPOINT = "Touchpoint";
  private static final ImmutableMap<FactName, String> TYPE_OF =
      Maps.immutableEnumMap(
          Map.of(
              FactName.SIGNALS, "Signals",
              FactName.SEGMENTS, "Segments",
              FactName.LISTS, "Lists",
              FactName.EMOTION, "Mood",
              FactName.SESSION, "Session",
              FactName.LOCAL, "Local"));
  private static final ImmutableMap<String, CelType> MOOD =
      ImmutableMap.of(
          "valence", SimpleType.DOUBLE,
          "arousal", SimpleType.DOUBLE,
          "confidence", SimpleType.DOUBLE,
          "trend", SimpleType.DOUBLE,
          "lowest", SimpleType.DOUBLE,
          "highest", SimpleType.DOUBLE,
          "label", SimpleType.STRING);
  private static final ImmutableMap<String, CelType> SESSION =
      ImmutableMap.of(
          "touchpoints", SimpleType.DOUBLE, "seconds", SimpleType.DOUBLE, "id", SimpleType.STRING);
  private static final ImmutableMap<String, CelType> LOCAL =
      ImmutableMap.of(
          "hour", SimpleType.DOUBLE,
          "time", SimpleType.STRING,
          "date", SimpleType.STRING,
          "weekday", SimpleType.STRING,
          "businessDay", SimpleType.BOOL);

  /** The field of a touchpoint that has fields itself. */
  private static final String EMOTION_FIELD = "emotion";

  private static final ImmutableMap<String, CelType> SAID =
      ImmutableMap.of(
          "valence", SimpleType.DOUBLE,
          "arousal", SimpleType.DOUBLE,
          "label", SimpleType.STRING,
          "confidence", SimpleType.DOUBLE,
          "source", SimpleType.STRING);

  private final ImmutableMap<String, ImmutableMap<String, CelType>> fields;

  /** The structures of a rulebook that names this. */
  Structures(Speakable named) {
    Map<String, CelType> touchpoint = new LinkedHashMap<>();
    TouchpointField.BY_NAME.forEach(
        (name, field) -> touchpoint.put(name, CelTypes.of(field.shape())));
    Map<String, CelType> ofSignals = new TreeMap<>();
    named.signals().forEach((name, kind) -> ofSignals.put(name, CelTypes.of(kind)));
    this.fields =
        ImmutableMap.<String, ImmutableMap<String, CelType>>builder()
            .put(TOUCHPOINT, ImmutableMap.copyOf(touchpoint))
            .put(CelTypes.EMOTION, SAID)
            .put("Signals", ImmutableMap.copyOf(ofSignals))
            .put("Segments", truths(named.segments()))
            .put("Lists", truths(named.lists()))
            .put("Mood", MOOD)
            .put("Session", SESSION)
            .put("Local", LOCAL)
            .buildOrThrow();
  }

  private static ImmutableMap<String, CelType> truths(Collection<String> names) {
    Map<String, CelType> truths = new TreeMap<>();
    names.forEach(name -> truths.put(name, SimpleType.BOOL));
    return ImmutableMap.copyOf(truths);
  }

  /** Whether a name stands for one of {@link #FACTS}. */
  static boolean isFact(String name) {
    return FactName.of(name).filter(FACTS::contains).isPresent();
  }

  /** Declares the names of a scope. */
  void declare(Scope scope, CelCompilerBuilder builder) {
    builder.setTypeProvider(this);
    if (scope.event()) {
      builder.addVar(Bindings.EVENT, StructTypeReference.create(TOUCHPOINT));
    }
    scope.captures().forEach(name -> builder.addVar(name, StructTypeReference.create(TOUCHPOINT)));
    if (scope.facts()) {
      FACTS.forEach(fact -> builder.addVar(fact.text(), typeOf(fact)));
    }
    if (scope.segments()) {
      builder.addVar(FactName.SEGMENTS.text(), typeOf(FactName.SEGMENTS));
    }
  }

  private static CelType typeOf(FactName fact) {
    return switch (fact) {
      case CUSTOMER -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case NOW -> SimpleType.TIMESTAMP;
      case SIGNALS, SEGMENTS, LISTS, EMOTION, SESSION, LOCAL ->
          StructTypeReference.create(structure(fact.text()));
    };
  }

  /** The structure that a name stands for: a touchpoint where it is a capture. */
  private static String structure(String name) {
    return FactName.of(name)
        .flatMap(fact -> Optional.ofNullable(TYPE_OF.get(fact)))
        .orElse(TOUCHPOINT);
  }

  /** The fields of what a dotted name stands for: those of a touchpoint where it is a capture. */
  Set<String> fieldsOf(String name) {
    String structure = name.endsWith("." + EMOTION_FIELD) ? CelTypes.EMOTION : structure(name);
    return fields.getOrDefault(structure, ImmutableMap.of()).keySet();
  }

  /** The facts that have fields, each with each. */
  static Set<String> dotted() {
    Set<String> dotted = new TreeSet<>();
    MOOD.keySet().forEach(field -> dotted.add(FactName.EMOTION.field(field)));
    SESSION.keySet().forEach(field -> dotted.add(FactName.SESSION.field(field)));
    LOCAL.keySet().forEach(field -> dotted.add(FactName.LOCAL.field(field)));
    return dotted;
  }

  /** The fields of touchpoints, and those of an emotion behind it. */
  static Set<String> ofTouchpoints() {
    Set<String> fields = new TreeSet<>(TouchpointField.BY_NAME.keySet());
    SAID.keySet().forEach(field -> fields.add(EMOTION_FIELD + "." + field));
    return fields;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(
        fields.keySet().stream().flatMap(name -> findType(name).stream()).toList());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(fields.get(name))
        .map(
            known ->
                StructType.create(
                    name,
                    ImmutableSet.copyOf(known.keySet()),
                    field -> Optional.ofNullable(known.get(field))));
  }
}
