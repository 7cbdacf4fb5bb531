package io.kizashi.language.mutation;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.stream.IntStream;

/** One file of a rulebook: where its values stand, and how far its lines and entries reach. */
final class RuleText {
  private final String text;
  private final int[] lines;

  RuleText(String text) {
    this.text = text;
    this.lines =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  /** Characters of a text, from the first to behind the last. */
  record Reach(int from, int to) {}

  /** What stands in a reach. */
  String in(Reach reach) {
    return text.substring(reach.from(), reach.to());
  }

  private int offset(Mark at) {
    return text.offsetByCodePoints(lines[at.line() - 1], at.column() - 1);
  }

  /** Whether a list or mapping is written in brackets. */
  boolean isInBrackets(YamlNode node) {
    char first = text.charAt(offset(node.at()));
    return first == '{' || first == '[';
  }

  /** Where a value stands letter by letter; empty where it is written in another way. */
  Optional<Reach> written(Scalar scalar) {
    int start = offset(scalar.at()) + (scalar.quoted() ? 1 : 0);
    return text.startsWith(scalar.text(), start)
        ? Optional.of(new Reach(start, start + scalar.text().length()))
        : Optional.empty();
  }

  /** All of a mapping's entry; empty where nothing but it could be taken out. */
  Optional<Reach> entry(Mark key, boolean brackets) {
    return brackets ? Optional.of(upToComma(offset(key))) : lines(offset(key), "\\s*", true);
  }

  /** All of a list's item. */
  Optional<Reach> item(YamlNode item, boolean brackets) {
    return brackets
        ? Optional.of(upToComma(offset(item.at())))
        : lines(offset(item.at()), "\\s*-\\s+", false);
  }

  /** The line of a place with all lines that are indented deeper. */
  private Optional<Reach> lines(int place, String before, boolean mayHoldDashes) {
    int start = text.lastIndexOf('\n', place - 1) + 1;
    if (!text.substring(start, place).matches(before)) {
      return Optional.empty();
    }
    int indent = indent(start);
    int end = nextLine(start);
    int reach = end;
    while (end < text.length() && isWithin(end, indent, mayHoldDashes)) {
      end = nextLine(end);
      reach = text.substring(reach, end).isBlank() ? reach : end;
    }
    return Optional.of(new Reach(start, reach));
  }

  private boolean isWithin(int line, int indent, boolean mayHoldDashes) {
    int next = nextLine(line);
    boolean deeper = indent(line) > indent;
    boolean dash =
        mayHoldDashes && indent(line) == indent && text.startsWith("- ", line + indent(line));
    return text.substring(line, next).isBlank() || deeper || dash;
  }

  private int nextLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private int indent(int line) {
    int i = line;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - line;
  }

  /** From a place within brackets to behind the next comma of the same ones, or to their end. */
  private Reach upToComma(int from) {
    int depth = 0;
    int i = from;
    char before = ',';
    while (i < text.length()) {
      char c = text.charAt(i);
      if ((c == '"' || c == '\'') && ",:[{".indexOf(before) >= 0) {
        i = closing(i, c);
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        if (depth-- == 0) {
          return new Reach(from, i);
        }
      } else if (c == ',' && depth == 0) {
        return new Reach(from, i + 1);
      }
      before = Character.isWhitespace(c) ? before : c;
      i++;
    }
    return new Reach(from, i);
  }

  private int closing(int quote, char sign) {
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != sign) {
      i += sign == '"' && text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
