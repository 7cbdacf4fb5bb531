package io.kizashi.imports;

import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.YamlNode.Scalar;

/** Finds the place in the file of a character inside a YAML value. */
final class SourceText {
  private final String file;
  private final String text;

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * The place of the character at {@code offset} of a value. Quotes, indentation and folded lines
   * of YAML lie between the value's characters but never reorder them, so that following the
   * visible ones through the file finds the place.
   */
  Mark of(Scalar value, int offset) {
    int at = start(value);
    int found = at;
    for (int i = 0; i <= offset; i++) {
      char wanted = i < value.text().length() ? value.text().charAt(i) : ' ';
      if (Character.isWhitespace(wanted)) {
        found = i == offset && i > 0 ? Math.min(at, text.length()) : found;
        continue;
      }
      int next = text.indexOf(wanted, at);
      if (next < 0) {
        return value.at();
      }
      found = next;
      at = next + 1;
    }
    return mark(found);
  }

  /** Behind the opening quote, or on the line after {@code |} or {@code >}. */
  private int start(Scalar value) {
    int at = 0;
    for (int line = 1; line < value.at().line(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    at = text.offsetByCodePoints(at, value.at().column() - 1);
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (value.quoted() && (first == '|' || first == '>')) {
      return text.indexOf('\n', at) + 1;
    }
    return value.quoted() ? at + 1 : at;
  }

  private Mark mark(int at) {
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int lineEnd = text.indexOf('\n', at);
    String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
    int number = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Mark(file, number, at - lineStart + 1, line.stripTrailing());
  }
}
