package io.kizashi.core.signal;

import io.kizashi.core.time.Times;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Optional;

/**
 * How far a fading mean has moved: what it is, less what it was some time ago.
 *
 * @param span milliseconds to look back
 */
record Trend(Decay mean, long span) implements Fold {
  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    long then = Times.minus(now, span);
    List<Row> before = rows.subList(0, Rows.before(rows, then + 1));
    return Optional.of(mean.mean(rows, now) - mean.mean(before, then));
  }

  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    return mean.compact(rows, Times.minus(asked, span));
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
