package io.kizashi.core.signal;

import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sums in which every row counts half as much after each half-life: Σ w·v·2^(−age ⁄ half-life), and
 * the same of the weights alone.
 *
 * @param lives after how long a row counts half
 * @param inertia what is added to the sum of weights before the values are divided by it: the mean
 *     of little is little. {@link Double#NaN} for the sum itself
 */
record Decay(HalfLives lives, double inertia) implements Fold {
  /** The sum of decayed values. */
  static Decay sum(long halfLife) {
    return new Decay(HalfLives.all(halfLife), Double.NaN);
  }

  /** What is left of 1 after so many milliseconds. */
  static double factor(long age, long halfLife) {
    return Math.pow(2, -((double) age) / halfLife);
  }

  private record Sums(double values, double weights) {}

  private Sums sums(List<Row> rows, long now) {
    double values = 0;
    double weights = 0;
    for (Row row : rows) {
      double weight = row.weight() * factor(now - row.at().time(), lives.of(row));
      values += lives.number(row) * weight;
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

  /** What is too old to be asked for one by one goes on as one row for each half-life. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    if (older < 2) {
      return lives.written(rows);
    }
    Map<Long, List<Row>> alike = alike(lives, rows.subList(0, older));
    List<Row> together = new ArrayList<>(alike.size());
    alike.forEach((halfLife, some) -> together.add(together(halfLife, some)));
    return lives.written(Rows.before(together, rows, older));
  }

  /** As of the last of them: rows that fade alike keep their shares for ever. */
  private Row together(long halfLife, List<Row> rows) {
    Position at = rows.get(rows.size() - 1).at();
    Sums sums = sums(rows, at.time());
    double mean = sums.weights() == 0 ? 0 : sums.values() / sums.weights();
    return new Row(at, lives.together(halfLife, mean), sums.weights());
  }

  /** Rows by their half-life. */
  static Map<Long, List<Row>> alike(HalfLives lives, List<Row> rows) {
    Map<Long, List<Row>> alike = new TreeMap<>();
    rows.forEach(row -> alike.computeIfAbsent(lives.of(row), x -> new ArrayList<>()).add(row));
    return alike;
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
