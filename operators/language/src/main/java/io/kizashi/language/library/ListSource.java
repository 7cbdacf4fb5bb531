package io.kizashi.language.library;

import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
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
  private static final String TABLE = ".csv";

  /** Those of a rulebook, by the names of the lists; and its tables of owners. */
  static Map<String, ListSource> in(Optional<Mapping> top) {
    Map<String, ListSource> sources = new LinkedHashMap<>();
    named(top, "lists")
        .forEach(
            (name, entry) ->
                of(entry.value())
                    .filter(it -> Bundle.isName(name))
                    .ifPresent(it -> sources.put(name, it)));
    named(top, "owners")
        .forEach(
            (staff, entry) ->
                table(entry.value())
                    .filter(it -> Bundle.isName(staff))
                    .ifPresent(it -> sources.put(Bundle.ownersOf(staff), it)));
    return sources;
  }

  private static Map<String, Entry> named(Optional<Mapping> top, String key) {
    return top.flatMap(it -> it.get(key))
        .filter(Mapping.class::isInstance)
        .map(named -> ((Mapping) named).entries())
        .orElse(Map.of());
  }

  /** Of owners a text may be a name or an expression, too. */
  private static Optional<ListSource> table(YamlNode node) {
    return of(node).filter(it -> node instanceof Mapping || it.file().endsWith(TABLE));
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
