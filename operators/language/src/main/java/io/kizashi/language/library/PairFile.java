package io.kizashi.language.library;

import io.kizashi.language.library.TableRows.Cell;
import io.kizashi.language.library.TableRows.Row;
import io.kizashi.language.library.TableRows.Table;
import java.util.List;
import java.util.OptionalInt;

/**
 * A table of two columns: what is looked up, and what stands beside it.
 *
 * @param pairs in the order of the file
 * @param uneven lines that do not hold two values
 * @param unclosed the line in which a quotation mark opens that nothing closes
 */
public record PairFile(List<Pair> pairs, List<Integer> uneven, OptionalInt unclosed) {
  /** Copies the lists. */
  public PairFile {
    pairs = List.copyOf(pairs);
    uneven = List.copyOf(uneven);
  }

  /**
   * A row.
   *
   * @param line from 1
   * @param keyAt the column of what is looked up, from 1, in characters
   * @param valueAt the column of what stands beside it
   */
  public record Pair(String key, String value, int line, int keyAt, int valueAt) {}

  /** Reads a file; {@code ,}, {@code ;} or a tab parts the two. */
  public static PairFile of(String text) {
    Table table = TableRows.of(text, TableRows.separator(text));
    return new PairFile(
        table.rows().stream().filter(PairFile::isPair).map(PairFile::pair).toList(),
        table.rows().stream().filter(row -> !isPair(row)).map(Row::line).toList(),
        table.unclosed());
  }

  private static boolean isPair(Row row) {
    return row.cells().size() == 2 && row.cells().stream().noneMatch(it -> it.text().isEmpty());
  }

  private static Pair pair(Row row) {
    Cell key = row.cells().get(0);
    Cell value = row.cells().get(1);
    return new Pair(key.text(), value.text(), row.line(), key.column(), value.column());
  }
}
