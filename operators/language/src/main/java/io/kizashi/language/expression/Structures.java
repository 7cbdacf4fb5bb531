package io.kizashi.language.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompilerBuilder;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointField;
import io.kizashi.core.expression.ValueKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells CEL the names of a rulebook, and the fields of what they stand for. */
final class Structures implements CelTypeProvider {
  static final String CUSTOMER = "customer";
  static final String SIGNALS = "signals";
  static final String SEGMENTS = "segments";
  static final String EMOTION = "emotion";

  /** The names that stand for what is known of the customer. */
  static final List<String> FACTS = List.of(CUSTOMER, SIGNALS, EMOTION, "session", "now", "local");

  private static final String TOUCHPOINT = "Touchpoint";
  private static final Map<String, String> TYPE_OF =
      Map.of(
          SIGNALS,
          "Signals",
          SEGMENTS,
          "Segments",
          EMOTION,
          "Mood",
          "session",
          "Session",
          "local",
          "Local");
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
  private static final ImmutableMap<String, CelType> SAID =
      ImmutableMap.of(
          "valence", SimpleType.DOUBLE,
          "arousal", SimpleType.DOUBLE,
          "label", SimpleType.STRING,
          "confidence", SimpleType.DOUBLE,
          "source", SimpleType.STRING);

  private final ImmutableMap<String, ImmutableMap<String, CelType>> fields;

  /** The structures of a rulebook with these signals and segments. */
  Structures(Map<String, ValueKind> signals, Collection<String> segments) {
    Map<String, CelType> touchpoint = new LinkedHashMap<>();
    TouchpointField.BY_NAME.forEach(
        (name, field) -> touchpoint.put(name, CelTypes.of(field.shape())));
    Map<String, CelType> ofSignals = new TreeMap<>();
    signals.forEach((name, kind) -> ofSignals.put(name, CelTypes.of(kind)));
    Map<String, CelType> ofSegments = new TreeMap<>();
    segments.forEach(name -> ofSegments.put(name, SimpleType.BOOL));
    this.fields =
        ImmutableMap.<String, ImmutableMap<String, CelType>>builder()
            .put(TOUCHPOINT, ImmutableMap.copyOf(touchpoint))
            .put(CelTypes.EMOTION, SAID)
            .put("Signals", ImmutableMap.copyOf(ofSignals))
            .put("Segments", ImmutableMap.copyOf(ofSegments))
            .put("Mood", MOOD)
            .put("Session", SESSION)
            .put("Local", LOCAL)
            .buildOrThrow();
  }

  /** Declares the names of a scope. */
  void declare(Scope scope, CelCompilerBuilder builder) {
    builder.setTypeProvider(this);
    if (scope.event()) {
      builder.addVar(Bindings.EVENT, StructTypeReference.create(TOUCHPOINT));
    }
    scope.captures().forEach(name -> builder.addVar(name, StructTypeReference.create(TOUCHPOINT)));
    if (scope.facts()) {
      builder.addVar(CUSTOMER, MapType.create(SimpleType.STRING, SimpleType.DYN));
      builder.addVar("now", SimpleType.TIMESTAMP);
      for (String name : List.of(SIGNALS, EMOTION, "session", "local")) {
        declareStructure(name, builder);
      }
    }
    if (scope.segments()) {
      declareStructure(SEGMENTS, builder);
    }
  }

  private static void declareStructure(String name, CelCompilerBuilder builder) {
    builder.addVar(name, StructTypeReference.create(TYPE_OF.getOrDefault(name, TOUCHPOINT)));
  }

  /** The fields of what a dotted name stands for: those of a touchpoint where it is a capture. */
  Set<String> fieldsOf(String name) {
    String structure =
        name.endsWith(".emotion") ? CelTypes.EMOTION : TYPE_OF.getOrDefault(name, TOUCHPOINT);
    return fields.getOrDefault(structure, ImmutableMap.of()).keySet();
  }

  /** The facts that have fields, each with each. */
  static Set<String> dotted() {
    Set<String> dotted = new TreeSet<>();
    MOOD.keySet().forEach(field -> dotted.add(EMOTION + "." + field));
    SESSION.keySet().forEach(field -> dotted.add("session." + field));
    LOCAL.keySet().forEach(field -> dotted.add("local." + field));
    return dotted;
  }

  /** The fields of touchpoints, and those of an emotion behind it. */
  static Set<String> ofTouchpoints() {
    Set<String> fields = new TreeSet<>(TouchpointField.BY_NAME.keySet());
    SAID.keySet().forEach(field -> fields.add(EMOTION + "." + field));
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
