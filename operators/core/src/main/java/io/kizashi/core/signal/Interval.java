package io.kizashi.core.signal;

import io.kizashi.core.time.Times;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The median time between the newest rows, in whole milliseconds.
 *
 * @param last how many rows, at most
 * @param within milliseconds: only rows of (now − within, now]; empty where age makes no difference
 */
record Interval(int last, OptionalLong within) implements Fold {
  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    List<Row> newest = newest(rows, now);
    if (newest.size() < 2) {
      return Optional.empty();
    }
    long[] gaps =
        IntStream.range(1, newest.size())
            .mapToLong(i -> newest.get(i).at().time() - newest.get(i - 1).at().time())
            .sorted()
            .toArray();
    long twice = gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2];
    return Optional.of(Duration.ofMillis(twice / 2));
  }

  private List<Row> newest(List<Row> rows, long now) {
    int aged = within.isEmpty() ? 0 : Rows.before(rows, reach(now) + 1);
    return rows.subList(Math.max(aged, rows.size() - last), rows.size());
  }

  /** Of what is too old to be asked for one by one, the newest go on. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    int needed = newest(rows.subList(0, older), asked).size();
    return rows.subList(older - needed, rows.size());
  }

  @Override
  public long reach(long now) {
    return within.isEmpty() ? Time.FROM_EVER : Times.minus(now, within.getAsLong());
  }
}
