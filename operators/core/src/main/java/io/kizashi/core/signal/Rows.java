package io.kizashi.core.signal;

import io.kizashi.schema.Position;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists of rows in order of their places. */
final class Rows {
  private static final Comparator<Row> ORDER = Comparator.comparing(Row::at);

  private Rows() {}

  /** How many rows lie before a time. */
  static int before(List<Row> rows, long time) {
    int count = 0;
    while (count < rows.size() && rows.get(count).at().time() < time) {
      count++;
    }
    return count;
  }

  /** The rows up to a place. */
  static List<Row> until(List<Row> rows, Position place) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).at().isAfter(place)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return rows.subList(0, low);
  }

  /** Both lists in one. */
  static List<Row> merged(List<Row> some, List<Row> others) {
    if (some.isEmpty()) {
      return others;
    }
    List<Row> all = new ArrayList<>(some);
    all.addAll(others);
    all.sort(ORDER);
    return all;
  }

  /** Some rows in front of the others, given in any order, followed by those from an index on. */
  static List<Row> before(List<Row> first, List<Row> rows, int from) {
    List<Row> all = new ArrayList<>(first);
    all.sort(ORDER);
    all.addAll(rows.subList(from, rows.size()));
    return all;
  }
}
