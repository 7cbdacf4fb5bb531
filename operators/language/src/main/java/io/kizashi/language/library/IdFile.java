package io.kizashi.language.library;

import io.kizashi.language.library.TableRows.Cell;
import io.kizashi.language.library.TableRows.Row;
import io.kizashi.language.library.TableRows.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ids of customers in a file: one a line, or one column of a table.
 *
 * @param ids in the order of the file; an empty one where a line has none
 * @param faults what keeps it, or its first line, from being read
 */
public record IdFile(List<Id> ids, List<Fault> faults) {
  /** Headings that exports have over ids, without blanks and signs. */
  private static final Set<String> HEADINGS =
      Set.of("id", "customer", "customerid", "userid", "memberid", "顧客id", "会員id", "顧客番号", "会員番号");

  /** Copies the lists. */
  public IdFile {
    ids = List.copyOf(ids);
    faults = List.copyOf(faults);
  }

  /**
   * An id as it is written.
   *
   * @param line from 1
   * @param column from 1, in characters
   */
  public record Id(String text, int line, int column) {}

  /** Something that is wrong with a file. */
  public sealed interface Fault {}

  /**
   * The table has no such column.
   *
   * @param known those that it has
   */
  public record NoColumn(List<String> known) implements Fault {
    /** Copies the names. */
    public NoColumn {
      known = List.copyOf(known);
    }
  }

  /** A line holds several values, and nobody said which column is meant. */
  public record Several(int line, int column) implements Fault {}

  /** A quotation mark opens that nothing closes. */
  public record Unclosed(int line) implements Fault {}

  /** The first line is no id, but the heading of a column; it is left out. */
  public record Heading(Id id) implements Fault {}

  /** Reads a file; of a table the column is named. */
  public static IdFile of(String text, Optional<String> column) {
    return column.map(name -> column(text, name)).orElseGet(() -> lines(text));
  }

  private static IdFile lines(String text) {
    char separator = TableRows.separator(text);
    Table table = TableRows.of(text, separator);
    List<Fault> faults = unclosed(table);
    table.rows().stream()
        .filter(row -> row.cells().size() > 1)
        .findFirst()
        .map(row -> new Several(row.line(), row.cells().get(1).column()))
        .ifPresent(faults::add);
    List<Id> ids = new ArrayList<>();
    table.rows().forEach(row -> ids.add(id(row, 0)));
    if (faults.isEmpty() && !ids.isEmpty() && isHeading(ids.get(0).text())) {
      faults.add(new Heading(ids.remove(0)));
    }
    return new IdFile(ids, faults);
  }

  private static boolean isHeading(String text) {
    return HEADINGS.contains(text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-#.]", ""));
  }

  private static IdFile column(String text, String column) {
    Table table = TableRows.of(text, TableRows.separator(text));
    List<String> known = names(table);
    int place = known.indexOf(column.strip());
    List<Fault> faults = unclosed(table);
    if (place < 0) {
      faults.add(new NoColumn(known.stream().filter(name -> !name.isEmpty()).toList()));
      return new IdFile(List.of(), faults);
    }
    List<Id> ids = table.rows().stream().skip(1).map(row -> id(row, place)).toList();
    return new IdFile(ids, faults);
  }

  private static List<Fault> unclosed(Table table) {
    List<Fault> faults = new ArrayList<>();
    table.unclosed().ifPresent(line -> faults.add(new Unclosed(line)));
    return faults;
  }

  private static List<String> names(Table table) {
    return table.rows().stream()
        .limit(1)
        .flatMap(row -> row.cells().stream())
        .map(Cell::text)
        .toList();
  }

  private static Id id(Row row, int place) {
    List<Cell> cells = row.cells();
    return place < cells.size()
        ? new Id(cells.get(place).text(), row.line(), cells.get(place).column())
        : new Id("", row.line(), 1);
  }

  /**
   * A table without all but one column, a row a line: who is published is named, and nothing else
   * that is known of them. It reads as the whole one did. Of one that has no such column the names
   * of its columns stay; one that a quotation mark breaks is left as it is, and refused.
   */
  static String reduced(String text, String column) {
    Table table = TableRows.of(text, TableRows.separator(text));
    if (table.unclosed().isPresent()) {
      return text;
    }
    List<String> known = names(table);
    int place = known.indexOf(column.strip());
    if (place < 0) {
      return known.stream().map(IdFile::quoted).collect(Collectors.joining(",")) + "\n";
    }
    return table.rows().stream()
        .map(row -> quoted(id(row, place).text()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String cell) {
    return cell.matches("[\\p{L}\\p{N}_.@:/ \\-]*")
        ? cell
        : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
