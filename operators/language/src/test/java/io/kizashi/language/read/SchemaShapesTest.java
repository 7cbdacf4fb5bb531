package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Schema and compiler need the same keys and are closed in the same places: each key of a rulebook
 * that has all of them is left out once, each mapping gets a key too many once, and both must think
 * the same of it.
 */
final class SchemaShapesTest {
  private static final Path WHOLE =
      Path.of("src/test/resources/io/kizashi/language/read/every-key.yaml");
  private static final Mapping SCHEMA = (Mapping) RulebookSchemaTest.schema();

  /** Codes of what the schema sees by its shape, but the compiler by what it means. */
  private static final Set<String> OF_MEANING = Set.of("recipient", "missing_field");

  /**
   * A mapping of the rulebook that the schema closes.
   *
   * @param name of its definition
   * @param path keys and places that lead to it
   */
  private record Closed(String name, List<String> path, Mapping mapping) {}

  private static Mapping whole() throws IOException {
    return (Mapping) RulebookSchemaTest.read(Files.readString(WHOLE)).orElseThrow();
  }

  @Test
  void theRulebookHasEveryKeyOfTheLanguage() throws IOException {
    Map<String, Set<String>> seen = new TreeMap<>();
    for (Closed closed : closed(whole())) {
      seen.computeIfAbsent(closed.name(), name -> new TreeSet<>())
          .addAll(closed.mapping().entries().keySet());
    }
    Map<String, Set<String>> known = new TreeMap<>();
    RulebookSchemaTest.keys().forEach((name, keys) -> known.put(name, new TreeSet<>(keys.built())));
    known.getOrDefault("rulebook", new TreeSet<>()).remove("include");
    known.remove("list"); // a file of its own, as an included one is
    known.getOrDefault("owner", new TreeSet<>()).remove("file");
    assertThat(seen).isEqualTo(known);
  }

  /** What is wrong after one change is wrong because of it: nothing was before. */
  @Test
  void unchangedItIsAcceptedByBoth() throws IOException {
    String text = RulebookSchemaTest.json(whole());
    assertThat(RulebookSchemaTest.problems(text)).isEmpty();
    Compilation compilation = RulebookSchemaTest.compile(text);
    assertThat(compilation)
        .as("%s", compilation.problems())
        .isInstanceOf(Compilation.Compiled.class);
  }

  @TestFactory
  Stream<DynamicTest> aKeyIsNeededByBothOrByNeither() throws IOException {
    Mapping whole = whole();
    return closed(whole).stream()
        .flatMap(
            closed ->
                closed.mapping().entries().keySet().stream()
                    .map(
                        key ->
                            DynamicTest.dynamicTest(
                                closed.path() + " without " + key,
                                () -> both(changed(whole, closed, without(closed, key))))));
  }

  @TestFactory
  Stream<DynamicTest> aKeyTooManyIsRefusedByBoth() throws IOException {
    Mapping whole = whole();
    return closed(whole).stream()
        .map(
            closed ->
                DynamicTest.dynamicTest(
                    closed.path() + " with another",
                    () -> assertThat(both(changed(whole, closed, withAnother(closed)))).isTrue()));
  }

  /**
   * Whether both refuse its shape; fails where only one does. A compiler that refuses it for
   * something else, like a name that is gone, does not count.
   */
  private static boolean both(YamlNode rulebook) {
    String text = RulebookSchemaTest.json(rulebook);
    List<String> seen = RulebookSchemaTest.problems(text);
    List<Problem> found = RulebookSchemaTest.compile(text).problems();
    if (seen.isEmpty()) {
      assertThat(RulebookSchemaTest.hasBadShape(text)).as("%s", found).isFalse();
    } else {
      boolean refused =
          RulebookSchemaTest.hasBadShape(text)
              || found.stream().anyMatch(problem -> OF_MEANING.contains(problem.code()));
      assertThat(refused).as("schema: %s, compiler: %s", seen, found).isTrue();
    }
    return !seen.isEmpty();
  }

  private static Mapping without(Closed closed, String key) {
    Map<String, Entry> entries = new LinkedHashMap<>(closed.mapping().entries());
    entries.remove(key);
    return new Mapping(closed.mapping().at(), entries);
  }

  private static Mapping withAnother(Closed closed) {
    Map<String, Entry> entries = new LinkedHashMap<>(closed.mapping().entries());
    entries.put("strange", entries.values().iterator().next());
    return new Mapping(closed.mapping().at(), entries);
  }

  private static YamlNode changed(YamlNode node, Closed closed, Mapping instead) {
    if (node == closed.mapping()) {
      return instead;
    }
    if (node instanceof Mapping mapping) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key, new Entry(entry.keyAt(), changed(entry.value(), closed, instead))));
      return new Mapping(mapping.at(), entries);
    }
    return node instanceof Sequence sequence
        ? new Sequence(
            sequence.at(),
            sequence.items().stream().map(item -> changed(item, closed, instead)).toList())
        : node;
  }

  private static List<Closed> closed(Mapping rulebook) {
    List<Closed> found = new ArrayList<>();
    find("rulebook", SCHEMA, rulebook, List.of(), found);
    return found;
  }

  private static void find(
      String name, Mapping schema, YamlNode node, List<String> path, List<Closed> found) {
    Optional<String> ref = schema.get("$ref").map(it -> ((Scalar) it).text());
    if (ref.isPresent()) {
      String def = ref.get().substring("#/$defs/".length());
      find(def, in(in(SCHEMA, "$defs"), def), node, path, found);
    } else if (node instanceof Sequence list && schema.get("items").isPresent()) {
      for (int i = 0; i < list.items().size(); i++) {
        find(name, in(schema, "items"), list.items().get(i), with(path, "" + i), found);
      }
    } else if (node instanceof Mapping mapping && schema.get("properties").isPresent()) {
      found.add(new Closed(name, path, mapping));
      Mapping properties = in(schema, "properties");
      mapping
          .entries()
          .forEach((k, e) -> find(k, in(properties, k), e.value(), with(path, k), found));
    } else if (node instanceof Mapping mapping
        && schema.get("additionalProperties").orElse(node) instanceof Mapping each
        && each != node) {
      mapping.entries().forEach((k, e) -> find(k, each, e.value(), with(path, k), found));
    } else if (node instanceof Mapping mapping && schema.get("oneOf").isPresent()) {
      choose(schema, mapping).ifPresent(one -> find(name, one, node, path, found));
    }
  }

  /** The alternative that knows every key of a mapping. */
  private static Optional<Mapping> choose(Mapping schema, Mapping mapping) {
    return ((Sequence) schema.get("oneOf").orElseThrow())
        .items().stream()
            .map(Mapping.class::cast)
            .filter(
                one -> resolved(one).get("properties").filter(it -> knows(it, mapping)).isPresent())
            .findFirst();
  }

  private static Mapping resolved(Mapping schema) {
    return schema
        .get("$ref")
        .map(ref -> ((Scalar) ref).text().substring("#/$defs/".length()))
        .map(def -> in(in(SCHEMA, "$defs"), def))
        .orElse(schema);
  }

  private static boolean knows(YamlNode properties, Mapping mapping) {
    return ((Mapping) properties).entries().keySet().containsAll(mapping.entries().keySet());
  }

  private static Mapping in(Mapping mapping, String key) {
    return (Mapping) mapping.get(key).orElseThrow();
  }

  private static List<String> with(List<String> path, String step) {
    return Stream.concat(path.stream(), Stream.of(step)).toList();
  }
}
