package io.kizashi.language.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule, signal or action whose text is no YAML, left out so that the others can be read.
 *
 * @param from its first line, from 0
 * @param to the line behind it
 * @param text what it says
 */
record CutEntry(int from, int to, String text) {
  private static final Pattern NAMED = Pattern.compile("^( +[^\\s#:-][^:#]*:)(\\s.*)?$");
  private static final Pattern CAPTURE = Pattern.compile("\\bas: *['\"]?([a-z]\\w*)");

  /** The entry of a section that a line belongs to; empty where it belongs to none. */
  static Optional<CutEntry> around(List<String> lines, int line) {
    int from = Math.min(line, lines.size() - 1);
    int section = from;
    while (section > 0 && (isNothing(lines.get(section)) || indent(lines.get(section)) > 0)) {
      section--;
    }
    int first = section + 1;
    while (first < from && isNothing(lines.get(first))) {
      first++;
    }
    int depth = first > from ? 0 : indent(lines.get(first));
    while (from > section && (isNothing(lines.get(from)) || indent(lines.get(from)) > depth)) {
      from--;
    }
    if (from <= section || depth == 0) {
      return Optional.empty();
    }
    int to = from + 1;
    while (to < lines.size() && (isNothing(lines.get(to)) || indent(lines.get(to)) > depth)) {
      to++;
    }
    return Optional.of(new CutEntry(from, to, String.join("\n", lines.subList(from, to))));
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The lines of a text without it; its name stays, if it has one. */
  List<String> without(List<String> lines) {
    List<String> left = new ArrayList<>(lines);
    Matcher named = NAMED.matcher(lines.get(from));
    left.set(from, named.matches() ? named.group(1) + " {}" : "");
    for (int line = from + 1; line < to; line++) {
      left.set(line, "");
    }
    return left;
  }

  /** What stands for it: of all that it says only the names that it captures touchpoints by. */
  YamlNode.Mapping left(Mark at) {
    List<YamlNode> captures = new ArrayList<>();
    for (Matcher capture = CAPTURE.matcher(text); capture.find(); ) {
      YamlNode name = new YamlNode.Scalar(at, capture.group(1), false);
      captures.add(new YamlNode.Mapping(at, Map.of("as", new YamlNode.Entry(at, name))));
    }
    YamlNode pattern = new YamlNode.Sequence(at, captures);
    return new YamlNode.Mapping(at, Map.of("pattern", new YamlNode.Entry(at, pattern)), false);
  }
}
