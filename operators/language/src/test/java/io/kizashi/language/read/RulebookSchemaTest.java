package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.language.yaml.YamlReader;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema that editors help with knows the language that the compiler knows. */
final class RulebookSchemaTest {
  private static final Path ROOT = Path.of("../..");
  private static final String TEXT = text();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  /** Codes of problems with names, words and shapes: what an editor can see without CEL. */
  private static final Set<String> SHAPES =
      Set.of(
          "unknown_key",
          "missing_key",
          "wrong_type",
          "duration",
          "touchpoint_type",
          "step",
          "signal",
          "emotion",
          "language",
          "name");

  private static final Map<String, Keys> KEYS =
      Map.ofEntries(
          Map.entry("history", Keys.HISTORY),
          Map.entry("calendar", Keys.CALENDAR),
          Map.entry("fading", Keys.FADING),
          Map.entry("planned", Keys.PLANNED),
          Map.entry("stage", Keys.STAGE),
          Map.entry("signal", Keys.SIGNAL),
          Map.entry("moment", Keys.MOMENT),
          Map.entry("unless", Keys.UNLESS),
          Map.entry("event", Keys.EVENT),
          Map.entry("absence", Keys.ABSENCE),
          Map.entry("emotion", Keys.EMOTION),
          Map.entry("followed", Keys.FOLLOWED),
          Map.entry("bound", Keys.BOUND),
          Map.entry("date", Keys.DATE),
          Map.entry("action", Keys.ACTION),
          Map.entry("active", Keys.ACTIVE),
          Map.entry("propensity", Keys.PROPENSITY),
          Map.entry("fitting", Keys.FITTING),
          Map.entry("list", Keys.LIST),
          Map.entry("policies", Keys.POLICIES),
          Map.entry("guard", Keys.GUARD),
          Map.entry("after", Keys.AFTER),
          Map.entry("cap", Keys.CAP),
          Map.entry("quiet-hours", Keys.QUIET_HOURS),
          Map.entry("owners", Keys.OWNERS),
          Map.entry("owner", Keys.OWNER),
          Map.entry("away", Keys.AWAY),
          Map.entry("consent", Keys.CONSENT),
          Map.entry("address", Keys.ADDRESS),
          Map.entry("test", Keys.TEST),
          Map.entry("given", Keys.GIVEN),
          Map.entry("expectation", Keys.EXPECTATION));

  /**
   * Keys that no mapping of the schema has: files beside a rulebook, what is not built, any step.
   */
  private static final Set<Keys> ELSEWHERE =
      Set.of(Keys.INCLUDED, Keys.BUDGET, Keys.KEEP, Keys.HOLDOUT, Keys.EXPLORATION, Keys.STEP);

  /** Keys by the name of what the schema defines them in. */
  static Map<String, Keys> keys() {
    Map<String, Keys> all = new TreeMap<>(KEYS);
    all.put("rulebook", Keys.RULEBOOK);
    all.put("feels", Keys.FEELS);
    return all;
  }

  static YamlNode schema() {
    return read(TEXT).orElseThrow();
  }

  @Test
  void noKeysAreForgotten() throws IllegalAccessException {
    Set<Keys> known = new HashSet<>(keys().values());
    known.addAll(ELSEWHERE);
    for (Field field : Keys.class.getDeclaredFields()) {
      if (field.getType().equals(Keys.class)) {
        assertThat(known).as(field.getName()).contains((Keys) field.get(null));
      }
    }
  }

  /** Where the language is closed so is the schema, however deep. */
  @Test
  void whatHasKeysOfItsOwnIsClosed() {
    List<Set<String>> closed = new ArrayList<>();
    collect(schema(), closed);
    assertThat(closed)
        .containsExactlyInAnyOrderElementsOf(
            keys().values().stream().map(it -> (Set<String>) new TreeSet<>(it.built())).toList());
  }

  private static void collect(YamlNode node, List<Set<String>> closed) {
    if (node instanceof Mapping mapping) {
      boolean shut =
          mapping.get("additionalProperties").filter(it -> json(it).equals("false")).isPresent();
      if (shut) {
        closed.add(properties(node));
      }
      mapping.entries().values().forEach(entry -> collect(entry.value(), closed));
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, closed));
    }
  }

  @Test
  void itHasEveryBuiltKeyOfTheLanguageAndNoOther() {
    YamlNode schema = read(TEXT).orElseThrow();
    assertThat(properties(schema)).isEqualTo(new TreeSet<>(Keys.RULEBOOK.built()));
    YamlNode defs = ((Mapping) schema).get("$defs").orElseThrow();
    KEYS.forEach(
        (name, keys) ->
            assertThat(properties(((Mapping) defs).get(name).orElseThrow()))
                .as(name)
                .isEqualTo(new TreeSet<>(keys.built())));
  }

  @Test
  void everyKeyIsDescribed() {
    YamlNode defs = ((Mapping) read(TEXT).orElseThrow()).get("$defs").orElseThrow();
    for (String name : KEYS.keySet()) {
      Mapping def = (Mapping) ((Mapping) defs).get(name).orElseThrow();
      Mapping properties = (Mapping) def.get("properties").orElseThrow();
      properties
          .entries()
          .forEach(
              (key, entry) ->
                  assertThat(((Mapping) entry.value()).entries().keySet())
                      .as(name + "." + key)
                      .containsAnyOf("description", "$ref"));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatTheCompilerAcceptsItAccepts() throws IOException {
    return Stream.concat(files().stream(), golden())
        .filter(text -> compile(text) instanceof Compilation.Compiled)
        .map(text -> test(text, () -> assertThat(problems(text)).as(text).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aBadShapeIsRefusedByBoth() throws IOException {
    return golden()
        .filter(text -> read(text).isPresent() && hasBadShape(text))
        .map(text -> test(text, () -> assertThat(problems(text)).as(text).isNotEmpty()));
  }

  private static DynamicTest test(String text, org.junit.jupiter.api.function.Executable check) {
    String name = text.lines().limit(12).collect(Collectors.joining(" "));
    return DynamicTest.dynamicTest(name, check);
  }

  static boolean hasBadShape(String text) {
    return compile(text).problems().stream()
        .filter(problem -> problem.severity().equals(Problem.Severity.ERROR))
        .anyMatch(problem -> SHAPES.contains(problem.code()));
  }

  private static Stream<String> golden() throws IOException {
    return ErrorTextsTest.cases().stream().map(golden -> ErrorTextsTest.yaml(golden.get(1)));
  }

  /** Samples, the examples of the reference page, and what the tests explain. */
  private static List<String> files() throws IOException {
    try (Stream<Path> samples = Files.walk(ROOT.resolve("sample-streams"), 3)) {
      Stream<Path> paths =
          Stream.concat(
              samples.filter(path -> path.endsWith("rulebook.yaml")),
              Stream.of(Path.of("src/test/resources/io/kizashi/language/explain/everything.yaml")));
      return Stream.concat(paths.map(RulebookSchemaTest::content), ReferencePageTest.examples())
          .toList();
    }
  }

  private static String content(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Compilation compile(String text) {
    return RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, text));
  }

  static List<String> problems(String yaml) {
    String json = json(read(yaml).orElseThrow());
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  static Optional<YamlNode> read(String text) {
    return YamlReader.read("rules.yaml", text, new Problems());
  }

  private static Set<String> properties(YamlNode schema) {
    Mapping properties = (Mapping) ((Mapping) schema).get("properties").orElseThrow();
    return new TreeSet<>(properties.entries().keySet());
  }

  /** The node as editors see it: by the core schema of YAML 1.2. */
  static String json(YamlNode node) {
    if (node instanceof Scalar scalar) {
      boolean bare =
          !scalar.quoted()
              && scalar.text().matches("true|false|null|-?(0|[1-9][0-9]*)([.][0-9]+)?");
      return bare ? scalar.text() : scalar.isNull() ? "null" : quoted(scalar.text());
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(RulebookSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return ((Mapping) node)
        .entries().entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue().value()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c ->
                out.append(
                    c < ' ' || c == '"' || c == '\\'
                        ? String.format(java.util.Locale.ROOT, "\\u%04x", c)
                        : String.valueOf((char) c)));
    return out.append('"').toString();
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(
            RulebookDocument.class.getResourceAsStream("rulebook.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
