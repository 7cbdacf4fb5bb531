package io.kizashi.language.asked;

import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What stands under keys; of another shape than is looked for, nothing. */
final class Nodes {
  private Nodes() {}

  static Stream<YamlNode> children(YamlNode node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key).stream() : Stream.empty();
  }

  static Stream<Scalar> scalars(YamlNode node, String key) {
    return children(node, key).flatMap(Nodes::scalar);
  }

  static Stream<Scalar> scalar(YamlNode node) {
    return node instanceof Scalar scalar && !scalar.isNull() ? Stream.of(scalar) : Stream.empty();
  }

  static Stream<YamlNode> items(YamlNode node, String key) {
    return children(node, key)
        .flatMap(it -> it instanceof Sequence list ? list.items().stream() : Stream.empty());
  }

  static Map<String, YamlNode> named(YamlNode node, String key) {
    Map<String, YamlNode> named = new LinkedHashMap<>();
    children(node, key)
        .filter(Mapping.class::isInstance)
        .forEach(
            it ->
                ((Mapping) it).entries().forEach((name, entry) -> named.put(name, entry.value())));
    return named;
  }
}
