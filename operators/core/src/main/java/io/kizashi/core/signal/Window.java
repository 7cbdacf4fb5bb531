package io.kizashi.core.signal;

import io.kizashi.core.time.Times;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Something over the rows of (now − within, now].
 *
 * @param within milliseconds
 */
record Window(Function<List<Row>, Optional<Object>> aggregate, long within) implements Fold {
  static Optional<Object> count(List<Row> rows) {
    return Optional.of((double) rows.size());
  }

  static Optional<Object> sum(List<Row> rows) {
    return Optional.of(plainSum(rows));
  }

  static Optional<Object> mean(List<Row> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(plainSum(rows) / rows.size());
  }

  static Optional<Object> min(List<Row> rows) {
    return boxed(numbers(rows).min());
  }

  static Optional<Object> max(List<Row> rows) {
    return boxed(numbers(rows).max());
  }

  static Optional<Object> distinct(List<Row> rows) {
    return Optional.of((double) rows.stream().map(Row::value).distinct().count());
  }

  /** Added in the order of the rows, so that the same rows always give the same sum. */
  private static double plainSum(List<Row> rows) {
    double sum = 0;
    for (Row row : rows) {
      sum += (Double) row.value();
    }
    return sum;
  }

  private static DoubleStream numbers(List<Row> rows) {
    return rows.stream().mapToDouble(row -> (Double) row.value());
  }

  private static Optional<Object> boxed(java.util.OptionalDouble number) {
    return number.isEmpty() ? Optional.empty() : Optional.of(number.getAsDouble());
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    return aggregate.apply(after(rows, reach(now)));
  }

  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    return after(rows, reach(asked));
  }

  @Override
  public long reach(long now) {
    return Times.minus(now, within);
  }

  private static List<Row> after(List<Row> rows, long time) {
    int from = rows.size();
    while (from > 0 && rows.get(from - 1).at().time() > time) {
      from--;
    }
    return rows.subList(from, rows.size());
  }
}
