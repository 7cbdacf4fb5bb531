package io.kizashi.core.signal;

import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The newest row: its value, or how long ago it was.
 *
 * @param since whether the time since is asked for
 */
record Newest(boolean since) implements Fold {
  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Row newest = rows.get(rows.size() - 1);
    return Optional.of(since ? Duration.ofMillis(now - newest.at().time()) : newest.value());
  }

  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    return rows.subList(Math.max(0, older - 1), rows.size());
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
