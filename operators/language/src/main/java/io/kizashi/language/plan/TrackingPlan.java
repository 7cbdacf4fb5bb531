package io.kizashi.language.plan;

import io.kizashi.language.asked.PropertyKind;
import io.kizashi.language.yaml.Mark;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sources have agreed to send: types of touchpoints with their properties. The engine does not
 * hold touchpoints to it, and rejects none for it.
 *
 * @param at where it stands
 * @param types by name, in the order of the text; at least one
 */
public record TrackingPlan(Mark at, Map<String, OfType> types) {
  /** Keeps the order. */
  public TrackingPlan {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /**
   * What touchpoints of a type have.
   *
   * @param at where the type is named
   * @param properties by name, in the order of the text; what lies inside an object is named from
   *     outside inwards, such as {@code address.city}
   */
  public record OfType(Mark at, Map<String, Property> properties) {
    /** Keeps the order. */
    public OfType {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** What is said of a property; of those inside another one at least that it is there. */
    public Optional<Property> property(String name) {
      Optional<Property> said = Optional.ofNullable(properties.get(name));
      return said.isPresent() ? said : inner(name).or(() -> outer(name));
    }

    /** What holds others is an object, whether that is said or not. */
    private Optional<Property> inner(String name) {
      return properties.entrySet().stream()
          .filter(it -> it.getKey().startsWith(name + "."))
          .map(it -> new Property(it.getValue().at(), Optional.of(PropertyKind.OBJECT), false))
          .findFirst();
    }

    /** An object of which nothing more is said may hold anything. */
    private Optional<Property> outer(String name) {
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        String around = name.substring(0, dot);
        Optional<Property> open =
            Optional.ofNullable(properties.get(around))
                .filter(it -> it.kind().filter(kind -> kind != PropertyKind.OBJECT).isEmpty());
        if (open.isPresent()) {
          return inner(around).isEmpty()
              ? Optional.of(new Property(open.get().at(), Optional.empty(), false))
              : Optional.empty();
        }
      }
      return Optional.empty();
    }
  }

  /**
   * What is agreed of a property.
   *
   * @param at where it is named
   * @param kind of its values; empty where they may be of any
   * @param needed whether every touchpoint of the type has it
   */
  public record Property(Mark at, Optional<PropertyKind> kind, boolean needed) {}

  /** The names of properties of these types. */
  Set<String> names(Collection<String> of) {
    Set<String> names = new TreeSet<>();
    of.forEach(
        type ->
            Optional.ofNullable(types.get(type))
                .ifPresent(it -> names.addAll(it.properties().keySet())));
    return names;
  }
}
