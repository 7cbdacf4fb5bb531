package io.kizashi.language.read;

import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Step;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The moments of a rulebook by name: those that were read, and what can be told of those that could
 * not. What is wrong with a moment is said once, where it stands, and not again wherever it is
 * named.
 */
final class MomentNames {
  private final Map<String, MomentRule> read = new HashMap<>();
  private final Map<String, YamlNode> written = new TreeMap<>();

  /** The moments that were read, and those that a rulebook has. */
  MomentNames(List<MomentRule> read, Fields top) {
    read.forEach(rule -> this.read.put(rule.name(), rule));
    top.get("moments")
        .filter(Mapping.class::isInstance)
        .map(node -> ((Mapping) node).entries())
        .ifPresent(all -> all.forEach((name, entry) -> written.put(name, entry.value())));
  }

  /** The names of all, in the order of the alphabet. */
  Set<String> all() {
    return written.keySet();
  }

  /** Whether a moment may be called so: any, where the rulebook has no moments to look at. */
  boolean mayBe(String name) {
    return written.isEmpty() || written.containsKey(name);
  }

  /** The moment of a name; empty where none is, or where it could not be read. */
  Optional<MomentRule> rule(String name) {
    return Optional.ofNullable(read.get(name));
  }

  /** Whether some moment follows another. */
  boolean follow() {
    return read.values().stream().anyMatch(rule -> rule.pattern().follows().findAny().isPresent());
  }

  /** The name that is meant; empty where it can't be told. */
  Optional<String> meant(String name) {
    return written.containsKey(name) ? Optional.of(name) : Nearest.certain(name, all());
  }

  /**
   * Names of touchpoints that every one of some moments captures: all that there are where it can't
   * be told which moments are meant.
   */
  Set<String> captures(List<String> moments) {
    List<String> meant = moments.stream().flatMap(name -> meant(name).stream()).toList();
    Stream<Set<String>> each = meant.stream().map(this::captures);
    return meant.isEmpty() || meant.size() < moments.size()
        ? all().stream().flatMap(name -> captures(name).stream()).collect(Collectors.toSet())
        : each.reduce(MomentNames::common).orElse(Set.of());
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).collect(Collectors.toSet());
  }

  private Set<String> captures(String name) {
    return rule(name)
        .map(MomentNames::captures)
        .or(() -> Optional.ofNullable(written.get(name)).map(MomentNames::written))
        .orElse(Set.of());
  }

  private static Set<String> captures(MomentRule rule) {
    return rule.pattern().steps().stream()
        .filter(Step.Event.class::isInstance)
        .map(step -> ((Step.Event) step).as())
        .filter(as -> !as.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whatever stands behind an {@code as} in a moment that could not be read. */
  static Set<String> written(YamlNode node) {
    Set<String> names = new TreeSet<>();
    if (node instanceof Sequence list) {
      list.items().forEach(item -> names.addAll(written(item)));
    } else if (node instanceof Mapping mapping) {
      mapping.entries().values().forEach(entry -> names.addAll(written(entry.value())));
      mapping
          .get("as")
          .filter(Scalar.class::isInstance)
          .ifPresent(as -> names.add(((Scalar) as).text()));
    }
    return names;
  }
}
