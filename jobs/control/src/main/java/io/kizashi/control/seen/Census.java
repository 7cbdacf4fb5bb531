package io.kizashi.control.seen;

import io.kizashi.language.asked.PropertyKind;
import io.kizashi.schema.Touchpoint;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types of touchpoints there are, with which properties of which kinds. It grows with the
 * vocabulary of the sources, not with the stream, and not beyond its bounds.
 */
final class Census {
  /** Types, and names of values of a type, that are told apart. */
  static final int MOST = 1_000;

  private final Map<String, OfType> types = new TreeMap<>();
  private long touchpoints;
  private boolean cut;

  /** What is known of the touchpoints of a type. */
  static final class OfType {
    private final Map<String, Map<PropertyKind, Long>> values = new TreeMap<>();
    private long touchpoints;
    private boolean cut;

    /**
     * Whether there are more names than are told apart: then one that is not known may be there.
     */
    boolean isCut() {
      return cut;
    }

    /** How many touchpoints have a value. */
    long found(String name) {
      return values.getOrDefault(name, Map.of()).values().stream().mapToLong(it -> it).sum();
    }

    /** How many there are. */
    long touchpoints() {
      return touchpoints;
    }

    /** Kinds by name of the value, each with how often it was there. */
    Map<String, Map<PropertyKind, Long>> values() {
      return values;
    }

    private void add(String name, Object value) {
      if (values.size() >= MOST && !values.containsKey(name)) {
        cut = true;
        return;
      }
      values
          .computeIfAbsent(name, it -> new EnumMap<>(PropertyKind.class))
          .merge(PropertyKind.of(value), 1L, Long::sum);
      if (value instanceof Map<?, ?> fields) {
        fields.forEach((key, inner) -> add(name + "." + key, inner));
      }
    }
  }

  void add(Touchpoint touchpoint) {
    touchpoints++;
    if (types.size() >= MOST && !types.containsKey(touchpoint.type())) {
      cut = true;
      return;
    }
    OfType of = types.computeIfAbsent(touchpoint.type(), type -> new OfType());
    of.touchpoints++;
    touchpoint.properties().forEach((name, value) -> of.add(name, value));
  }

  /** How many touchpoints there are. */
  long touchpoints() {
    return touchpoints;
  }

  /** Whether there are more types than are told apart. */
  boolean isCut() {
    return cut;
  }

  /** The types, in their order. */
  Map<String, OfType> types() {
    return types;
  }

  /** The names of properties of touchpoints of these types; of any where none are said. */
  Set<String> names(Optional<Set<String>> of) {
    Set<String> names = new TreeSet<>();
    types.forEach(
        (type, known) -> {
          if (of.filter(it -> !it.contains(type)).isEmpty()) {
            names.addAll(known.values().keySet());
          }
        });
    return names;
  }

  /** The types whose touchpoints have a property. */
  Collection<String> typesWith(String name) {
    return types.entrySet().stream()
        .filter(it -> it.getValue().values().containsKey(name))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many touchpoints are of a type. */
  long touchpoints(String type) {
    OfType of = types.get(type);
    return of == null ? 0 : of.touchpoints();
  }

  /** Whether touchpoints of one of these types came. */
  boolean has(Optional<Set<String>> of) {
    return of.map(it -> it.stream().anyMatch(types::containsKey)).orElse(!types.isEmpty());
  }
}
