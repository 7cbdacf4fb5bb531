package io.kizashi.language.yaml;

/**
 * A place in a text.
 *
 * @param file the text's name
 * @param line from 1
 * @param column from 1, in characters
 * @param text the whole line, for showing
 */
public record Mark(String file, int line, int column, String text) {
  /** As {@code file:line}, for naming it in a problem that stands elsewhere. */
  public String place() {
    return file + ":" + line;
  }

  /** What the line has from here on. */
  String rest() {
    boolean behind = column < 1 || column > text.codePointCount(0, text.length());
    return behind ? "" : text.substring(text.offsetByCodePoints(0, column - 1));
  }

  /** The place {@code columns} characters further on the same line. */
  public Mark plus(int columns) {
    return new Mark(file, line, column + columns, text);
  }
}
