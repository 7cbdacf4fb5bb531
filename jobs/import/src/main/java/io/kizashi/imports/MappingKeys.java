package io.kizashi.imports;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of one YAML mapping; what does not fit is noted with its place. */
final class MappingKeys {
  private final Mapping node;
  private final Problems problems;

  private MappingKeys(Mapping node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** The keys of a node, where it is a mapping. */
  static Optional<MappingKeys> of(YamlNode node, Problems problems) {
    if (node instanceof Mapping mapping) {
      return Optional.of(new MappingKeys(mapping, problems));
    }
    problems.error(
        node.at(), "wrong_type", "here stands " + node.kind() + ", not 'key: value' lines", "");
    return Optional.empty();
  }

  /** Notes every key that is not {@code known}. */
  MappingKeys known(Collection<String> known) {
    node.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.error(
                    entry.keyAt(),
                    "unknown_key",
                    "there is no key '" + key + "' here",
                    Nearest.hint(key, known));
              }
            });
    return this;
  }

  Mark at() {
    return node.at();
  }

  Optional<YamlNode> get(String key) {
    return node.get(key);
  }

  /** The value of a key that must be there. */
  Optional<YamlNode> required(String key, String hint) {
    if (!node.entries().containsKey(key)) {
      problems.error(node.at(), "missing_key", "the key '" + key + "' is missing", hint);
    }
    return node.get(key);
  }

  /** A single value. */
  Optional<Scalar> scalar(String key) {
    return node.get(key).flatMap(value -> scalar(key, value));
  }

  /** All values, where each is a single one. */
  Map<String, Scalar> scalars() {
    Map<String, Scalar> all = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, entry) -> scalar(key, entry.value()).ifPresent(value -> all.put(key, value)));
    return all;
  }

  /** A list of single values, or one. */
  List<Scalar> list(String key) {
    List<Scalar> all = new ArrayList<>();
    YamlNode value = node.get(key).orElse(new Sequence(node.at(), List.of()));
    List<YamlNode> items = value instanceof Sequence list ? list.items() : List.of(value);
    items.forEach(item -> scalar(key, item).ifPresent(all::add));
    return all;
  }

  Optional<Scalar> scalar(String key, YamlNode value) {
    if (value instanceof Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    String is = value instanceof Scalar ? "nothing" : value.kind();
    problems.error(
        value.at(), "wrong_type", "'" + key + "' takes a single value, but here stands " + is, "");
    return Optional.empty();
  }
}
