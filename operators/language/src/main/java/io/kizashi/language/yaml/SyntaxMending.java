package io.kizashi.language.yaml;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

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
        Optional<Integer> wide = top.flatMap(WideKey::line);
        if (wide.isEmpty() || !widened(wide.get())) {
          return top;
        }
      } catch (MarkedYAMLException e) {
        if (!mended(e)) {
          if (!cut(e)) {
            throw e;
          }
          note(e);
        }
      }
    }
  }

  /** Notes where the parser stopped. */
  void note(MarkedYAMLException stopped) {
    Optional<Mark> at = Optional.ofNullable(stopped.getProblemMark());
    problems.error(
        at.map(it -> lines.mark(it.getLine(), it.getColumn())).orElse(lines.mark(0, 0)),
        CODE,
        words(stopped.getProblem()),
        "check indentation, quotes and brackets here and on the line before;"
            + " an expression stands in quotes");
  }

  /** What the parser says, in an author's words. */
  static String words(String problem) {
    if (problem.startsWith("Nesting Depth")) {
      return "brackets or lists are nested deeper than " + MAX_DEPTH + " levels";
    }
    return problem.contains("(TAB)")
        ? "a tab stands here; YAML is indented with spaces"
        : "this is no YAML: " + problem;
  }

  /** Leaves the entry out that the parser stops in, or the one before, if it gets further then. */
  private boolean cut(MarkedYAMLException stopped) {
    List<CutEntry> entries =
        lines.text().length() > LONGEST
            ? List.of()
            : SyntaxSuspects.of(stopped, lines.lines()).stream()
                .flatMap(line -> CutEntry.around(lines.lines(), line).stream())
                .distinct()
                .toList();
    for (boolean whole : new boolean[] {true, false}) {
      for (CutEntry entry : entries) {
        String text = String.join("\n", entry.without(lines.lines()));
        if (parsed < MOST_CHARS && (whole ? isRead(text) : isFurther(text, stopped))) {
          lines.cut(entry);
          return true;
        }
      }
    }
    return false;
  }

  private boolean isRead(String text) {
    try {
      return parse(text).isPresent();
    } catch (MarkedYAMLException e) {
      return false;
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
    for (int line : SyntaxSuspects.of(stopped, lines.lines())) {
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

  /** The line with something in it before a line. */
  private String above(int line) {
    return IntStream.iterate(line - 1, it -> it >= 0, it -> it - 1)
        .mapToObj(it -> lines.lines().get(it))
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }

  private boolean isFurther(String text, MarkedYAMLException stopped) {
    try {
      return parse(text).isPresent();
    } catch (MarkedYAMLException e) {
      return SyntaxSuspects.line(e) > SyntaxSuspects.line(stopped);
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
}
