package io.kizashi.language.library;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The rows of a table as programs export it: cells parted by one sign, in quotation marks where
 * they hold it, a line break or a quotation mark, which is then doubled (RFC 4180). Blanks around a
 * cell do not matter. Costs O(characters).
 *
 * <p>Libraries that read such tables tell the line of a row and not where its cells begin; authors
 * are shown the very cell.
 */
final class TableRows {
  private static final char QUOTE = '"';

  /** What excel and its like put before a text to say that it is UTF-8. */
  private static final String BYTE_ORDER = "\uFEFF";

  private final String text;
  private final char separator;
  private final List<Row> rows = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private OptionalInt unclosed = OptionalInt.empty();

  private TableRows(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * What stands in a row.
   *
   * @param column from 1, in characters
   */
  record Cell(String text, int column) {}

  /**
   * A row; it may go on over several lines.
   *
   * @param line of its beginning, from 1
   * @param cells at least one; an empty one where the line is
   */
  record Row(int line, List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A table.
   *
   * @param rows all rows, but for empty ones at the end
   * @param unclosed the line in which a quotation mark opens that nothing closes
   */
  record Table(List<Row> rows, OptionalInt unclosed) {
    Table {
      rows = List.copyOf(rows);
    }
  }

  /** Reads a text whose cells a sign parts. */
  static Table of(String text, char separator) {
    TableRows reading = new TableRows(plain(text), separator);
    while (reading.at < reading.text.length()) {
      reading.row();
    }
    List<Row> rows = reading.rows;
    while (!rows.isEmpty() && isEmpty(rows.get(rows.size() - 1))) {
      rows.remove(rows.size() - 1);
    }
    return new Table(rows, reading.unclosed);
  }

  /** The sign that parts the cells of a text's first line: the one that stands there most. */
  static char separator(String text) {
    String first = plain(text).lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = ',';
    for (char sign : new char[] {',', ';', '\t'}) {
      best = count(first, sign) > count(first, best) ? sign : best;
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  private static String plain(String text) {
    return text.startsWith(BYTE_ORDER) ? text.substring(1) : text;
  }

  private static boolean isEmpty(Row row) {
    return row.cells().stream().allMatch(cell -> cell.text().isEmpty());
  }

  private void row() {
    int begins = line;
    List<Cell> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(cell());
      more = at < text.length() && text.charAt(at) == separator;
      at += more ? 1 : 0;
    }
    if (at < text.length()) {
      newLine();
    }
    rows.add(new Row(begins, cells));
  }

  private void newLine() {
    at++;
    line++;
    lineStart = at;
  }

  private Cell cell() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    int column = text.codePointCount(lineStart, at) + 1;
    StringBuilder cell = new StringBuilder();
    if (at < text.length() && text.charAt(at) == QUOTE) {
      quoted(cell);
    }
    int rest = at;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != separator) {
      at++;
    }
    return new Cell(cell.append(text, rest, at).toString().strip(), column);
  }

  private boolean isBlank(char sign) {
    return sign != '\n' && sign != separator && Character.isWhitespace(sign);
  }

  private void quoted(StringBuilder cell) {
    int opens = line;
    at++;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (sign == QUOTE && !text.startsWith("\"\"", at)) {
        at++;
        return;
      }
      cell.append(sign);
      if (sign == '\n') {
        newLine();
      } else {
        at += sign == QUOTE ? 2 : 1;
      }
    }
    unclosed = OptionalInt.of(opens);
  }
}
