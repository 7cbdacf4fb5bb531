package io.kizashi.core.signal;

import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Optional;

/**
 * Sums in which every row counts half as much after each half-life: Σ w·v·2^(−age ⁄ half-life), and
 * the same of the weights alone.
 *
 * @param halfLife milliseconds
 * @param inertia what is added to the sum of weights before the values are divided by it: the mean
 *     of little is little. {@link Double#NaN} for the sum itself
 */
record Decay(long halfLife, double inertia) implements Fold {
  /** The sum of decayed values. */
  static Decay sum(long halfLife) {
    return new Decay(halfLife, Double.NaN);
  }

  static double factor(long age, long halfLife) {
    return Math.pow(2, -((double) age) / halfLife);
  }

  /** What is left of 1 after so many milliseconds. */
  double factor(long age) {
    return factor(age, halfLife);
  }

  private record Sums(double values, double weights) {}

  private Sums sums(List<Row> rows, long now) {
    double values = 0;
    double weights = 0;
    for (Row row : rows) {
      double weight = row.weight() * factor(now - row.at().time());
      values += (Double) row.value() * weight;
      weights += weight;
    }
    return new Sums(values, weights);
  }

  /** The mean of both sums. */
  double mean(double values, double weights) {
    return values / (inertia + weights);
  }

  /** The mean of some rows, at a time. */
  double mean(List<Row> rows, long now) {
    Sums sums = sums(rows, now);
    return mean(sums.values(), sums.weights());
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    return Optional.of(Double.isNaN(inertia) ? sums(rows, now).values() : mean(rows, now));
  }

  /** What is too old to be asked for one by one goes on as one row. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    if (older < 2) {
      return rows;
    }
    Position at = rows.get(older - 1).at();
    Sums sums = sums(rows.subList(0, older), at.time());
    double mean = sums.weights() == 0 ? 0 : sums.values() / sums.weights();
    return Rows.before(List.of(new Row(at, mean, sums.weights())), rows, older);
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
