package io.kizashi.language.asked;

import io.kizashi.core.expression.TouchpointField;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value of certain touchpoints.
 *
 * @param types of the touchpoints; empty where they may be of any
 * @param given what else is known of them
 * @param path names from a field inwards, such as {@code properties, address, city}; empty means
 *     the touchpoints themselves
 */
public record Slot(Optional<Set<String>> types, List<Given> given, List<String> path) {
  private static final String PROPERTIES = "properties";

  /** Fields that every touchpoint has, that the engine fills, or of which little is fixed. */
  private static final Set<String> UNTOLD =
      Set.of("id", "type", "time", "customer", "actor", "stage", "text", "values", "emotion");

  /** Copies what it is given. */
  public Slot {
    types = types.map(Set::copyOf);
    given = List.copyOf(given);
    path = List.copyOf(path);
  }

  /** A value that is as it is said, or else the rest is not asked for. */
  public record Given(List<String> path, Object value) {
    /** Copies the path. */
    public Given {
      path = List.copyOf(path);
    }

    private boolean isRefuted(Touchpoint touchpoint) {
      Optional<Object> found = read(touchpoint, path);
      return found.filter(value::equals).isEmpty();
    }
  }

  /** Touchpoints of one type. */
  static Slot of(String type) {
    return new Slot(Optional.of(Set.of(type)), List.of(), List.of());
  }

  /** All touchpoints. */
  static Slot any() {
    return new Slot(Optional.empty(), List.of(), List.of());
  }

  /** The touchpoints of both. */
  Slot or(Slot other) {
    if (types.isEmpty() || other.types.isEmpty()) {
      return any();
    }
    Set<String> both = new HashSet<>(types.get());
    both.addAll(other.types.get());
    return new Slot(Optional.of(both), given.equals(other.given) ? given : List.of(), List.of());
  }

  /** Those of the touchpoints that are of these types, and of which more is known. */
  Slot narrowed(Optional<Set<String>> to, List<Given> more) {
    Optional<Set<String>> fewer =
        types.isEmpty() ? to : Optional.of(common(types.get(), to.orElse(types.get())));
    List<Given> all = new ArrayList<>(given);
    all.addAll(more);
    return new Slot(fewer, all, path);
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }

  /** The same, whatever else is known of the touchpoints. */
  Slot whatever() {
    return new Slot(types, List.of(), path);
  }

  /** The value of the same touchpoints at a path. */
  Slot at(List<String> names) {
    return new Slot(types, given, names);
  }

  /** The value that lies further inside. */
  Slot inside(List<String> names) {
    List<String> whole = new ArrayList<>(path);
    whole.addAll(names);
    return at(whole);
  }

  /** Whether it lies among the properties. */
  public boolean isProperty() {
    return path.size() > 1 && path.get(0).equals(PROPERTIES);
  }

  /** Whether a source is asked for it: not what the engine itself knows. */
  boolean isTold() {
    return isProperty() || (path.size() == 1 && !UNTOLD.contains(path.get(0)));
  }

  /** Its name: of a property without the field that all of them lie in. */
  public String name() {
    return String.join(".", isProperty() ? path.subList(1, path.size()) : path);
  }

  /** Whether a touchpoint is one of those. */
  public boolean covers(Touchpoint touchpoint) {
    return types.filter(of -> !of.contains(touchpoint.type())).isEmpty()
        && given.stream().noneMatch(it -> it.isRefuted(touchpoint));
  }

  /** What a touchpoint has there; a text that is empty was not sent. */
  public Optional<Object> in(Touchpoint touchpoint) {
    return read(touchpoint, path);
  }

  private static Optional<Object> read(Touchpoint touchpoint, List<String> path) {
    Optional<Object> value =
        Optional.ofNullable(TouchpointField.BY_NAME.get(path.get(0)))
            .flatMap(field -> field.read().apply(touchpoint));
    for (String name : path.subList(1, path.size())) {
      value = value.filter(Map.class::isInstance).map(it -> ((Map<?, ?>) it).get(name));
    }
    return path.size() == 1 ? value.filter(it -> !it.equals("")) : value;
  }
}
