package io.kizashi.language.library;

import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a list of customers stands that is not in the rulebook itself.
 *
 * @param file relative to the folder of the rulebook
 * @param column of its table; empty where it has one id a line
 */
record ListSource(String file, Optional<String> column) {
  /** Those of a rulebook, by the names of the lists. */
  static Map<String, ListSource> in(Optional<Mapping> top) {
    Map<String, ListSource> sources = new LinkedHashMap<>();
    top.flatMap(it -> it.get("lists"))
        .filter(Mapping.class::isInstance)
        .ifPresent(
            lists ->
                ((Mapping) lists)
                    .entries()
                    .forEach(
                        (name, entry) ->
                            of(entry.value())
                                .filter(it -> Bundle.isName(name))
                                .ifPresent(it -> sources.put(name, it))));
    return sources;
  }

  private static Optional<ListSource> of(YamlNode node) {
    return node instanceof Mapping mapping
        ? text(mapping.get("file")).map(file -> new ListSource(file, text(mapping.get("column"))))
        : text(Optional.of(node)).map(file -> new ListSource(file, Optional.empty()));
  }

  private static Optional<String> text(Optional<YamlNode> node) {
    return node.filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(scalar -> !scalar.isNull())
        .map(Scalar::text);
  }

  /** What is published of it; empty where there is no such file. */
  Optional<String> text(Function<String, Optional<String>> files) {
    return Bundle.isName(file)
        ? files.apply(file).map(text -> column.map(it -> IdFile.reduced(text, it)).orElse(text))
        : Optional.empty();
  }
}
