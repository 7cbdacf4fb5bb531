package io.kizashi.language.yaml;

import io.kizashi.language.yaml.YamlNode.Scalar;
import java.util.Optional;

/**
 * A replacement that mends a problem where it is certain what was meant: a program may apply it
 * unseen.
 *
 * @param line from 1, of the file of the problem
 * @param column from 1, in characters
 * @param replaces what stands there; empty where something is only added
 * @param with what belongs there
 */
public record Fix(int line, int column, String replaces, String with) {
  /**
   * The replacement of a stretch of the line at a place, or right behind a quotation mark there.
   *
   * @return empty where the line has something else there: in blocks, and where quotes are escaped
   */
  public static Optional<Fix> at(Mark at, String replaces, String with) {
    String rest = at.rest();
    if (rest.startsWith(replaces)) {
      return Optional.of(new Fix(at.line(), at.column(), replaces, with));
    }
    boolean quoted = rest.startsWith("'") || rest.startsWith("\"");
    return quoted && rest.startsWith(replaces, 1)
        ? Optional.of(new Fix(at.line(), at.column() + 1, replaces, with))
        : Optional.empty();
  }

  /** The replacement of a whole value, its quotes and brackets with it. */
  public static Optional<Fix> whole(YamlNode node, String with) {
    return AsWritten.of(node).flatMap(written -> at(node.at(), written, with));
  }

  /** The replacement of a whole value by a part of it, as that is written. */
  public static Optional<Fix> part(YamlNode node, YamlNode part) {
    return AsWritten.of(part).flatMap(it -> whole(node, it));
  }

  /** The replacement of a whole value by itself with something before and after it. */
  public static Optional<Fix> around(YamlNode node, String before, String after) {
    return AsWritten.of(node).flatMap(it -> at(node.at(), it, before + it + after));
  }

  /** The replacement of what is other in a value that is written anew, quoted as it was. */
  public static Optional<Fix> rewritten(Scalar scalar, String text) {
    return AsWritten.of(scalar)
        .flatMap(
            before -> {
              String after = AsWritten.like(before, scalar, text);
              int same = AsWritten.sameBefore(before, after);
              int end = AsWritten.sameBehind(before, after, same);
              Mark at = scalar.at().plus(before.codePointCount(0, same));
              return at(
                  at,
                  before.substring(same, before.length() - end),
                  after.substring(same, after.length() - end));
            });
  }

  /** Whether both replace a character, or add something at the same place. */
  boolean overlaps(Fix other) {
    return line == other.line
        && (column == other.column || (column < other.end() && other.column < end()));
  }

  private int end() {
    return column + replaces.codePointCount(0, replaces.length());
  }

  /** As people read it. */
  public String words() {
    return replaces.isEmpty()
        ? "add " + shown(with) + " at column " + column
        : "write " + shown(with) + " instead of " + shown(replaces);
  }

  /** Blanks are told by their number: nobody sees them. */
  private static String shown(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    if (!text.isBlank()) {
      return text;
    }
    String kind = text.contains("\t") ? "a tab" : "the blank";
    return text.matches(" +") ? "blanks (" + text.length() + ")" : kind;
  }
}
