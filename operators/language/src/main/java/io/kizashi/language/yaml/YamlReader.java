package io.kizashi.language.yaml;

import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML into nodes with places. Duplicate keys and oversized texts are problems; anchors and
 * aliases are refused, since a rulebook gains nothing from them and a bomb is made of them.
 */
public final class YamlReader {
  /** Characters of one text: thousands of rules. */
  public static final int MAX_CHARS = 4 * 1024 * 1024;

  /** Characters of one line: the parser's work grows with its square. */
  private static final int MAX_LINE = 64 * 1024;

  private static final int MAX_DEPTH = 32;

  private final String file;
  private final String[] lines;
  private final Problems problems;
  private final IdentityHashMap<Node, Boolean> visited = new IdentityHashMap<>();

  private YamlReader(String file, String text, Problems problems) {
    this.file = file;
    this.lines = text.split("\n", -1);
    this.problems = problems;
  }

  /** The text's top value, or empty with a problem noted. */
  public static Optional<YamlNode> read(String file, String text, Problems problems) {
    problems.reading(file);
    return new YamlReader(file, text, problems).read(text);
  }

  private Optional<YamlNode> read(String text) {
    if (text.length() > MAX_CHARS) {
      problems.error(
          mark(0, 0),
          "too_long",
          "the text is longer than " + MAX_CHARS + " characters",
          "split it");
      return Optional.empty();
    }
    for (int line = 0; line < lines.length; line++) {
      if (lines[line].length() > MAX_LINE) {
        problems.error(
            mark(line, 0),
            "too_long",
            "this line is longer than " + MAX_LINE + " characters",
            "break it into several");
        return Optional.empty();
      }
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARS);
    options.setNestingDepthLimit(MAX_DEPTH);
    try {
      Node top = new Yaml(options).compose(new StringReader(text));
      if (top == null) {
        problems.error(mark(0, 0), "empty", "the text is empty", "");
        return Optional.empty();
      }
      YamlNode node = convert(top);
      return problems.ok() ? Optional.of(node) : Optional.empty();
    } catch (MarkedYAMLException e) {
      org.yaml.snakeyaml.error.Mark at = e.getProblemMark();
      problems.error(
          at == null ? mark(0, 0) : mark(at.getLine(), at.getColumn()),
          "yaml_syntax",
          syntax(e.getProblem()),
          "check indentation, quotes and brackets here and on the line before;"
              + " an expression stands in quotes");
    } catch (YAMLException e) {
      problems.error(mark(0, 0), "yaml_syntax", syntax(String.valueOf(e.getMessage())), "");
    }
    return Optional.empty();
  }

  private static String syntax(String problem) {
    if (problem.startsWith("Nesting Depth")) {
      return "brackets or lists are nested deeper than " + MAX_DEPTH + " levels";
    }
    return problem.contains("(TAB)")
        ? "a tab stands here; YAML is indented with spaces"
        : "this is no YAML: " + problem;
  }

  private YamlNode convert(Node node) {
    Mark at = mark(node.getStartMark().getLine(), node.getStartMark().getColumn());
    if (visited.put(node, true) != null) {
      return new Scalar(at, "", false); // an alias: its anchor is a problem already
    }
    if (node.getAnchor() != null) {
      problems.error(at, "alias", "anchors and aliases are not allowed", "write the value out");
      return new Scalar(at, "", false);
    }
    if (node instanceof ScalarNode scalar) {
      return new Scalar(at, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new Sequence(at, items);
    }
    return mapping(at, (MappingNode) node);
  }

  private YamlNode mapping(Mark at, MappingNode mapping) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = convert(tuple.getKeyNode());
      YamlNode value = convert(tuple.getValueNode());
      if (!(key instanceof Scalar name)) {
        problems.error(key.at(), "wrong_type", "a key must be a single word", "");
        continue;
      }
      @Nullable Entry before = entries.putIfAbsent(name.text(), new Entry(key.at(), value));
      if (before != null) {
        problems.error(
            key.at(),
            "duplicate_key",
            "'" + name.text() + "' stands here twice, first on line " + before.keyAt().line(),
            "keep one of the two");
      }
    }
    return new Mapping(at, entries);
  }

  private Mark mark(int line, int column) {
    String text = line < lines.length ? lines[line].stripTrailing() : "";
    return new Mark(file, line + 1, column + 1, text);
  }
}
