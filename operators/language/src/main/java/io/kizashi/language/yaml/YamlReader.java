package io.kizashi.language.yaml;

import io.kizashi.language.yaml.YamlNode.Entry;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
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

  private final MendedText lines;
  private final Problems problems;
  private boolean lost;
  private final IdentityHashMap<Node, Boolean> visited = new IdentityHashMap<>();

  private YamlReader(String file, String text, Problems problems) {
    this.lines = new MendedText(file, text);
    this.problems = problems;
  }

  /** The text's top value, or empty with a problem noted. */
  public static Optional<YamlNode> read(String file, String text, Problems problems) {
    Optional<YamlNode> top = readOn(file, text, problems);
    return top.filter(node -> problems.ok());
  }

  /**
   * The text's top value, also where problems are noted of it: what can be told of it in spite of
   * them is not hidden by them. Empty where nothing can.
   */
  public static Optional<YamlNode> readOn(String file, String text, Problems problems) {
    problems.reading(file);
    YamlReader reader = new YamlReader(file, text, problems);
    Optional<YamlNode> top = reader.read(text);
    return top.filter(node -> !reader.lost);
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
    for (int line = 0; line < lines.lines().size(); line++) {
      if (lines.lines().get(line).length() > MAX_LINE) {
        problems.error(
            mark(line, 0),
            "too_long",
            "this line is longer than " + MAX_LINE + " characters",
            "break it into several");
        return Optional.empty();
      }
    }
    SyntaxMending mending = new SyntaxMending(lines, problems);
    try {
      Optional<Node> top = mending.compose();
      if (top.isEmpty()) {
        problems.error(mark(0, 0), "empty", "the text is empty", "");
      }
      return top.map(this::convert);
    } catch (MarkedYAMLException e) {
      mending.note(e);
    } catch (YAMLException e) {
      problems.error(
          mark(0, 0), SyntaxMending.CODE, SyntaxMending.words(String.valueOf(e.getMessage())), "");
    }
    return Optional.empty();
  }

  private YamlNode convert(Node node) {
    Mark at = mark(node.getStartMark().getLine(), node.getStartMark().getColumn());
    if (visited.put(node, true) != null) {
      lost = true;
      return new Scalar(at, "", false); // an alias: its anchor is a problem already
    }
    if (node.getAnchor() != null) {
      lost = true;
      problems.error(at, "alias", "anchors and aliases are not allowed", "write the value out");
      return new Scalar(at, "", false);
    }
    if (node instanceof ScalarNode scalar && scalar.getTag().getValue().startsWith("!")) {
      return negated(at, scalar);
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
      YamlNode value = value(tuple.getKeyNode(), tuple.getValueNode());
      if (!(key instanceof Scalar name)) {
        problems.error(key.at(), "wrong_type", "a key must be a single word", "");
        continue;
      }
      Optional<Unparted> unparted = Unparted.of(name, value);
      unparted.ifPresent(it -> it.note(problems));
      String called = unparted.map(Unparted::key).orElse(name.text());
      YamlNode meant = unparted.map(it -> (YamlNode) it.value()).orElse(value);
      @Nullable Entry before = entries.putIfAbsent(called, new Entry(key.at(), meant));
      if (before != null) {
        problems.error(
            key.at(),
            "duplicate_key",
            "'" + called + "' stands here twice, first on line " + before.keyAt().line(),
            "keep one of the two");
      }
    }
    return new Mapping(at, entries);
  }

  private YamlNode value(Node key, Node value) {
    YamlNode read = convert(value);
    boolean empty = read instanceof Mapping mapping && mapping.entries().isEmpty();
    return lines
        .cutAt(key.getStartMark().getLine())
        .filter(it -> empty)
        .map(it -> (YamlNode) it.left(read.at()))
        .orElse(read);
  }

  /** To YAML an exclamation mark in front is a tag, to an author it is a {@code not}. */
  private Scalar negated(Mark at, ScalarNode scalar) {
    String text = (scalar.getTag().getValue() + " " + scalar.getValue()).strip();
    problems.error(
        at,
        SyntaxMending.CODE,
        "this text needs quotes: it begins with a sign that means something in YAML",
        "an expression stands in quotes",
        Fix.at(at, text, "'" + text + "'"));
    return new Scalar(at, text, true);
  }

  private Mark mark(int line, int column) {
    return lines.mark(line, column);
  }
}
