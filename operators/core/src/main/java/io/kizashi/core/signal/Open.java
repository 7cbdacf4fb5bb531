package io.kizashi.core.signal;

import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many matters are open: their key's newest row opens, and does not close. */
record Open() implements Fold {
  /** The weight of a row that opens; one that closes weighs nothing. */
  static final double OPENS = 1;

  private static Map<Object, Row> newest(List<Row> rows) {
    Map<Object, Row> newest = new LinkedHashMap<>();
    rows.forEach(row -> newest.put(row.value(), row));
    return newest;
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    return Optional.of(
        (double) newest(rows).values().stream().filter(row -> row.weight() == OPENS).count());
  }

  /** Of what is too old to be asked for one by one, only what is open goes on. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    List<Row> open = new ArrayList<>(newest(rows.subList(0, older)).values());
    open.removeIf(row -> row.weight() != OPENS);
    return Rows.before(open, rows, older);
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
