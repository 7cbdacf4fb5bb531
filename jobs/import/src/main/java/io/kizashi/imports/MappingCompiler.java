package io.kizashi.imports;

import dev.cel.common.types.CelKind;
import io.kizashi.imports.Mapping.CsvShape;
import io.kizashi.imports.Mapping.Format;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a mapping's text to a plan that can be run; every problem is found at once. */
final class MappingCompiler {
  static final List<String> KEYS =
      List.of(
          "mapping",
          "about",
          "format",
          "files",
          "delimiter",
          "columns",
          "encoding",
          "each",
          "group-by",
          "skip",
          "touchpoint");
  private static final List<String> CSV_ONLY =
      List.of("delimiter", "columns", "encoding", "group-by");

  private final SourceText source;
  private final Problems problems = new Problems();

  private MappingCompiler(String file, String text) {
    this.source = new SourceText(file, text);
  }

  /** What became of a text: a mapping, or problems. */
  record Result(Optional<Mapping> mapping, List<Problem> problems) {}

  static Result compile(String file, String text) {
    MappingCompiler compiler = new MappingCompiler(file, text);
    Optional<Mapping> mapping =
        YamlReader.read(file, text, compiler.problems)
            .flatMap(top -> MappingKeys.of(top, compiler.problems))
            .flatMap(compiler::mapping);
    return new Result(compiler.problems.ok() ? mapping : Optional.empty(), compiler.problems.all());
  }

  private Optional<Mapping> mapping(MappingKeys keys) {
    keys.known(KEYS);
    keys.required("mapping", "give it a name, as in 'mapping: chats'");
    Optional<Format> format =
        keys.required("format", "'format: csv' or 'format: json'")
            .flatMap(node -> keys.scalar("format", node))
            .flatMap(this::format);
    Optional<YamlNode> touchpoint =
        keys.required("touchpoint", "it says how each field of the touchpoint is made");
    if (format.isEmpty() || touchpoint.isEmpty()) {
      return Optional.empty();
    }
    checkFormatKeys(keys, format.get());
    return mapping(keys, format.get(), touchpoint.get());
  }

  private Optional<Mapping> mapping(MappingKeys keys, Format format, YamlNode touchpoint) {
    RecordScope whole = format == Format.CSV ? RecordScope.ROW : RecordScope.DOCUMENT;
    MappingExpressions outer = new MappingExpressions(whole, source, problems);
    boolean csvRows = format == Format.CSV;
    Optional<Expression> each =
        csvRows ? Optional.empty() : one(keys, "each", outer, Set.of(CelKind.LIST), "a list");
    Optional<Expression> groupBy =
        csvRows
            ? one(keys, "group-by", outer, TouchpointFields.SCALARS, "a value")
            : Optional.empty();
    RecordScope scope = scope(keys, format);
    MappingExpressions inner = new MappingExpressions(scope, source, problems);
    Map<String, Expression> skip = skip(keys, scope == RecordScope.GROUP ? outer : inner);
    TouchpointFields fields = new TouchpointFields(inner, problems);
    fields.read(touchpoint);
    CsvShape csv = new CsvShape(delimiter(keys), texts(keys.list("columns")), encoding(keys));
    List<String> files = texts(keys.list("files"));
    String name = keys.scalar("mapping").map(Scalar::text).orElse("");
    return fields
        .time()
        .map(
            time ->
                new Mapping(
                    name,
                    format,
                    files.isEmpty() ? format.files() : files,
                    csv,
                    each,
                    groupBy,
                    skip,
                    time,
                    fields.fields(),
                    fields.emotion(),
                    fields.properties()));
  }

  private static RecordScope scope(MappingKeys keys, Format format) {
    return switch (format) {
      case CSV -> keys.get("group-by").isPresent() ? RecordScope.GROUP : RecordScope.ROW;
      case JSON -> keys.get("each").isPresent() ? RecordScope.ITEM : RecordScope.DOCUMENT;
    };
  }

  private Optional<Format> format(Scalar node) {
    List<Format> all = List.of(Format.values());
    List<String> known = all.stream().map(Format::wire).toList();
    int named = known.indexOf(node.text());
    if (named >= 0) {
      return Optional.of(all.get(named));
    }
    problems.error(
        node.at(),
        "unknown_value",
        "there is no format '" + node.text() + "'",
        Nearest.hint(node.text(), known));
    return Optional.empty();
  }

  private void checkFormatKeys(MappingKeys keys, Format format) {
    List<String> others = format == Format.CSV ? List.of("each") : CSV_ONLY;
    for (String key : others) {
      keys.get(key)
          .ifPresent(
              node ->
                  problems.error(
                      node.at(),
                      "wrong_format",
                      "'" + key + "' has no meaning with this format",
                      format == Format.CSV
                          ? "leave it out; 'group-by' makes one touchpoint of several rows"
                          : "leave it out; 'each' names a list whose items are the records"));
    }
  }

  private Optional<Expression> one(
      MappingKeys keys,
      String key,
      MappingExpressions compiler,
      Set<CelKind> kinds,
      String wanted) {
    return keys.scalar(key).flatMap(node -> compiler.compile(key, node, kinds, wanted));
  }

  private Map<String, Expression> skip(MappingKeys keys, MappingExpressions compiler) {
    Map<String, Expression> skip = new LinkedHashMap<>();
    Map<String, Scalar> conditions =
        keys.get("skip")
            .flatMap(node -> MappingKeys.of(node, problems))
            .map(MappingKeys::scalars)
            .orElse(Map.of());
    conditions.forEach(
        (name, node) ->
            compiler
                .compile("skip." + name, node, Set.of(CelKind.BOOL), "true or false")
                .ifPresent(condition -> skip.put(name, condition)));
    if (conditions.size() > Limits.SKIPS) {
      problems.error(
          keys.at(), "too_long", "more than " + Limits.SKIPS + " skip conditions", "join some: ||");
    }
    return skip;
  }

  private char delimiter(MappingKeys keys) {
    Optional<Scalar> node = keys.scalar("delimiter");
    String text = node.map(Scalar::text).orElse(",");
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || text.equals("\"")) {
      node.ifPresent(
          at ->
              problems.error(
                  at.at(),
                  "unknown_value",
                  "a delimiter is one character",
                  "for example ';' or the word tab"));
    }
    return text.charAt(0);
  }

  private Charset encoding(MappingKeys keys) {
    Optional<Scalar> node = keys.scalar("encoding");
    try {
      return node.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(node.get().text());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.error(
          node.get().at(),
          "unknown_value",
          "there is no encoding '" + node.get().text() + "'",
          "for example UTF-8, windows-1252 or Shift_JIS");
      return StandardCharsets.UTF_8;
    }
  }

  private static List<String> texts(List<Scalar> nodes) {
    return nodes.stream().map(Scalar::text).toList();
  }
}
