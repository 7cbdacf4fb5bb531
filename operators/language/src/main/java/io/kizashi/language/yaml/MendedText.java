package io.kizashi.language.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text whose slips are mended line by line, so that what comes after them can be read; places are
 * told as they are in the text that the author has.
 */
final class MendedText {
  private final String file;
  private final String text;
  private final String[] original;
  private final List<String> lines;
  private final Map<Integer, List<Edit>> edits = new HashMap<>();
  private final Map<Integer, CutEntry> cut = new HashMap<>();

  MendedText(String file, String text) {
    this.file = file;
    this.text = text;
    this.original = text.split("\n", -1);
    this.lines = new ArrayList<>(List.of(original));
  }

  /** At an index of a line, so many characters were replaced by so many others. */
  private record Edit(int from, int removed, int added) {
    int back(int index) {
      return index >= from + added
          ? index - added + removed
          : Math.min(index, from + Math.max(0, removed - 1));
    }
  }

  /** The entry that was cut out at a line, from 0. */
  Optional<CutEntry> cutAt(int line) {
    return Optional.ofNullable(cut.get(line));
  }

  /** Leaves an entry out. */
  void cut(CutEntry entry) {
    List<String> left = entry.without(lines);
    lines.clear();
    lines.addAll(left);
    cut.put(entry.from(), entry);
  }

  List<String> lines() {
    return lines;
  }

  String text() {
    return edits.isEmpty() && cut.isEmpty() ? text : String.join("\n", lines);
  }

  /** The text with another line in place of one of its own. */
  String with(int line, String other) {
    List<String> all = new ArrayList<>(lines);
    all.set(line, other);
    return String.join("\n", all);
  }

  /** Where something is, by its line and column in the mended text, from 0. */
  Mark mark(int line, int column) {
    if (line >= lines.size()) {
      return new Mark(file, line + 1, column + 1, "");
    }
    String now = lines.get(line);
    if (!edits.containsKey(line)) {
      return new Mark(file, line + 1, column + 1, original[line].stripTrailing());
    }
    int index = now.offsetByCodePoints(0, Math.min(column, now.codePointCount(0, now.length())));
    List<Edit> made = edits.getOrDefault(line, List.of());
    for (int i = made.size() - 1; i >= 0; i--) {
      index = made.get(i).back(index);
    }
    String before = original[line];
    int counted = before.codePointCount(0, Math.min(index, before.length()));
    return new Mark(file, line + 1, counted + 1, before.stripTrailing());
  }

  /** Replaces a line; gives what that is in the author's text. */
  Replaced replace(int line, String with) {
    String now = lines.get(line);
    int same = 0;
    int most = Math.min(now.length(), with.length());
    while (same < most && now.charAt(same) == with.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < most - same
        && now.charAt(now.length() - 1 - end) == with.charAt(with.length() - 1 - end)) {
      end++;
    }
    String replaces = now.substring(same, now.length() - end);
    String replacement = with.substring(same, with.length() - end);
    Mark at = mark(line, now.codePointCount(0, same));
    edits
        .computeIfAbsent(line, x -> new ArrayList<>())
        .add(new Edit(same, replaces.length(), replacement.length()));
    lines.set(line, with);
    return new Replaced(at, Fix.at(at, replaces, replacement));
  }

  /** A replacement that was made, and where. */
  record Replaced(Mark at, Optional<Fix> fix) {}
}
