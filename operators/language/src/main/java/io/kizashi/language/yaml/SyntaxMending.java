package io.kizashi.language.yaml;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Parses a text whose slips it mends, one by one: where the parser stops, the lines there are
 * changed as people commonly mean them, and the first change is kept that lets it get further. A
 * text of n characters is parsed at most {@link #MOST_CHARS} / n times.
 */
final class SyntaxMending {
  static final String CODE = "yaml_syntax";
  static final int MAX_DEPTH = 32;

  /** Characters that are parsed again: a rulebook of hundreds of rules, a hundred times. */
  private static final int MOST_CHARS = 4 * 1024 * 1024;

  /** A text longer than this is no longer typed by hand, and its slips are not guessed at. */
  private static final int LONGEST = 256 * 1024;

  /** A line longer than this likewise. */
  private static final int LONGEST_LINE = 1_000;

  /** Lines above the place where the parser stopped that are looked at for open quotes. */
  private static final int MOST_ABOVE = 200;

  private final MendedText lines;
  private final Problems problems;
  private long parsed;

  SyntaxMending(MendedText lines, Problems problems) {
    this.lines = lines;
    this.problems = problems;
  }

  /** The top node, the slips noted that were mended for it; empty of an empty text. */
  Optional<Node> compose() {
    while (true) {
      try {
        Optional<Node> top = parse(lines.text());
        Optional<Integer> wide = top.flatMap(SyntaxMending::wideKey);
        if (wide.isEmpty() || !widened(wide.get())) {
          return top;
        }
      } catch (MarkedYAMLException e) {
        if (!mended(e)) {
          throw e;
        }
      }
    }
  }

  private Optional<Node> parse(String text) {
    parsed += text.length();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlReader.MAX_CHARS);
    options.setNestingDepthLimit(MAX_DEPTH);
    return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
  }

  private boolean mended(MarkedYAMLException stopped) {
    for (int line : suspects(stopped)) {
      String now = lines.lines().get(line);
      boolean small = now.length() <= LONGEST_LINE && lines.text().length() <= LONGEST;
      Map<String, String> guesses = small ? SyntaxSlip.of(now, above(line)) : Map.of();
      for (Map.Entry<String, String> guess : guesses.entrySet()) {
        if (parsed < MOST_CHARS && isFurther(lines.with(line, guess.getKey()), stopped)) {
          replace(line, guess.getKey(), guess.getValue());
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The lines where the slip may be: where the parser stopped, before that, where it began, and
   * where quotes were opened that other quotes may have closed.
   */
  private Set<Integer> suspects(MarkedYAMLException stopped) {
    Set<Integer> suspects = new LinkedHashSet<>();
    int line = line(stopped);
    suspects.add(line);
    IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .filter(it -> it < lines.lines().size() && !lines.lines().get(it).isBlank())
        .limit(1)
        .forEach(suspects::add);
    Optional.ofNullable(stopped.getContextMark()).map(Mark::getLine).ifPresent(suspects::add);
    IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .limit(MOST_ABOVE)
        .filter(it -> it < lines.lines().size() && QuoteSlips.isOpen(lines.lines().get(it)))
        .limit(2)
        .forEach(suspects::add);
    suspects.removeIf(it -> it < 0 || it >= lines.lines().size());
    return suspects;
  }

  /** The line with something in it before a line. */
  private String above(int line) {
    return IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .mapToObj(it -> lines.lines().get(it))
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Where it stopped: of a text that does not end, where that begins. */
  private static int line(MarkedYAMLException stopped) {
    boolean unended = String.valueOf(stopped.getContext()).contains("quoted scalar");
    Optional<Mark> began = Optional.ofNullable(stopped.getContextMark()).filter(it -> unended);
    return began
        .or(() -> Optional.ofNullable(stopped.getProblemMark()))
        .map(Mark::getLine)
        .orElse(-1);
  }

  private boolean isFurther(String text, MarkedYAMLException stopped) {
    try {
      return parse(text).isPresent();
    } catch (MarkedYAMLException e) {
      return line(e) > line(stopped);
    }
  }

  private boolean widened(int line) {
    String now = lines.lines().get(line);
    String plain = SyntaxSlip.withoutWideBlanks(now);
    boolean changed = !plain.equals(now) && parsed < MOST_CHARS;
    if (changed) {
      replace(line, plain, "a full-width blank stands here; YAML is indented with spaces");
    }
    return changed;
  }

  private void replace(int line, String with, String message) {
    MendedText.Replaced replaced = lines.replace(line, with);
    problems.error(replaced.at(), CODE, message, "", replaced.fix());
  }

  /** The line of the first key that begins with a blank which is none to YAML. */
  private static Optional<Integer> wideKey(Node node) {
    if (node.getAnchor() != null) {
      return Optional.empty(); // it is refused, and could lead in a circle
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().flatMap(item -> wideKey(item).stream()).findFirst();
    }
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    for (NodeTuple entry : mapping.getValue()) {
      boolean wide =
          entry.getKeyNode() instanceof ScalarNode key
              && key.getValue().matches("(?s)[\u3000\u00a0].*");
      Optional<Integer> found =
          wide
              ? Optional.of(entry.getKeyNode().getStartMark().getLine())
              : wideKey(entry.getValueNode());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
