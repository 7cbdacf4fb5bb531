package io.kizashi.imports;

import io.kizashi.imports.Mapping.CsvShape;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Nearest;
import io.kizashi.language.yaml.Problem;
import io.kizashi.terminal.InputFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of one CSV file. */
final class CsvRows {
  private static final int POOLED = 100_000;
  private static final int POOLED_CHARS = 64;
  private static final int BOM = 0xFEFF;

  /** What becomes of rows. */
  interface Sink {
    void row(RecordPlace place, CsvRow row);

    void bad(RecordPlace place, String message);
  }

  private final String file;
  private final CsvShape shape;
  private final Sink sink;
  private final Map<String, String> pool = new HashMap<>();
  private Map<String, Integer> columns = Map.of();

  CsvRows(String file, CsvShape shape, Sink sink) {
    this.file = file;
    this.shape = shape;
    this.sink = sink;
  }

  /**
   * Reads all rows.
   *
   * @param used columns that expressions read, with the places that name them
   */
  void read(InputStream in, Map<String, Mark> used) throws IOException {
    RowReader bounded = new RowReader(textOf(in));
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setDelimiter(shape.delimiter())
            .setIgnoreEmptyLines(false)
            .get();
    // Not closed: its stream belongs to the caller.
    CSVParser parser = CSVParser.builder().setReader(bounded).setFormat(format).get();
    Iterator<CSVRecord> rows = parser.iterator();
    if (!shape.columns().isEmpty()) {
      take(shape.columns(), used);
    }
    // What follows a broken value on its line is no row.
    boolean broken = false;
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      bounded.next(file, line);
      try {
        if (!rows.hasNext()) {
          return;
        }
        CSVRecord row = rows.next();
        if (!broken) {
          row(line, row, used);
        }
        broken = false;
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof CSVException)) {
          throw e.getCause();
        }
        if (!broken) {
          sink.bad(RecordPlace.line(file, line), "this is no CSV: " + reason(e.getCause()));
        }
        broken = true;
      }
    }
  }

  /** The parser's own place counts from the start of the file, which helps no one. */
  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).replaceFirst(" at line: .*", "");
  }

  private BufferedReader textOf(InputStream in) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(in, shape.encoding()));
    text.mark(1);
    if (text.read() != BOM) {
      text.reset();
    }
    return text;
  }

  private void row(long line, CSVRecord row, Map<String, Mark> used) {
    if (row.size() == 1 && row.get(0).isEmpty()) {
      return;
    }
    if (columns.isEmpty()) {
      take(row.toList(), used);
      return;
    }
    RecordPlace place = RecordPlace.line(file, line);
    if (row.size() != columns.size()) {
      sink.bad(place, "has " + row.size() + " values for " + columns.size() + " columns");
      return;
    }
    String[] values = new String[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = pooled(row.get(i));
      if (values[i].indexOf('\uFFFD') >= 0) {
        sink.bad(place, "holds bytes that are no " + shape.encoding() + "; see 'encoding'");
        return;
      }
    }
    sink.row(place, new CsvRow(columns, values));
  }

  /** The same few customers, products and countries come again and again. */
  private String pooled(String value) {
    if (value.length() > POOLED_CHARS) {
      return value;
    }
    String known = pool.get(value);
    if (known != null) {
      return known;
    }
    if (pool.size() < POOLED) {
      pool.put(value, value);
    }
    return value;
  }

  private void take(List<String> names, Map<String, Mark> used) {
    Map<String, Integer> taken = new LinkedHashMap<>();
    for (String name : names) {
      if (taken.putIfAbsent(name, taken.size()) != null) {
        throw new InputFault(file + ":1:1: the column '" + name + "' stands there twice");
      }
    }
    columns = taken;
    StringBuilder problems = new StringBuilder();
    used.forEach(
        (column, at) -> {
          if (!taken.containsKey(column)) {
            problems.append(unknown(column, at, names).render());
          }
        });
    if (!problems.isEmpty()) {
      throw new InputFault(problems.toString().stripTrailing());
    }
  }

  private Problem unknown(String column, Mark at, List<String> names) {
    String message = "there is no column '" + column + "' in " + file;
    String hint = Nearest.hint(column, names);
    return new Problem("unknown_column", Problem.Severity.ERROR, at, message, hint);
  }
}
