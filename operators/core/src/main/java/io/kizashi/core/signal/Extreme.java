package io.kizashi.core.signal;

import io.kizashi.core.time.Times;
import io.kizashi.schema.Time;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lowest or the highest that a fading mean stood at right after a row of (now − 24 h, now]. */
record Extreme(Decay mean, boolean highest) implements Fold {
  /** A day: what a customer went through since yesterday at this hour. */
  private static final long DAY = 24 * 3_600_000L;

  /** What a fading mean stood at right after each of some rows, given in order. */
  static List<Mood.Point> curve(Decay mean, List<Row> rows) {
    List<Mood.Point> curve = new ArrayList<>(rows.size());
    Map<Long, Sums> alike = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      long halfLife = mean.lives().of(row);
      Sums before = alike.getOrDefault(halfLife, new Sums(row.at().time(), 0, 0));
      Sums sums = before.at(row.at().time(), halfLife);
      double value = mean.lives().number(row);
      alike.put(halfLife, sums.plus(value * row.weight(), row.weight()));
      boolean over = i + 1 == rows.size() || !rows.get(i + 1).at().equals(row.at());
      if (over) {
        curve.add(new Mood.Point(row.at(), value(mean, alike, row.at().time())));
      }
    }
    return curve;
  }

  /** The sums of rows that fade alike, at a time. */
  private record Sums(long time, double values, double weights) {
    Sums at(long now, long halfLife) {
      double left = Decay.factor(now - time, halfLife);
      return new Sums(now, values * left, weights * left);
    }

    Sums plus(double value, double weight) {
      return new Sums(time, values + value, weights + weight);
    }
  }

  private static double value(Decay mean, Map<Long, Sums> alike, long now) {
    double values = 0;
    double weights = 0;
    for (Map.Entry<Long, Sums> entry : alike.entrySet()) {
      Sums sums = entry.getValue().at(now, entry.getKey());
      values += sums.values();
      weights += sums.weights();
    }
    return mean.mean(values, weights);
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    return further(curve(mean, rows), now).map(Mood.Point::valence);
  }

  /** The lowest or highest of a curve within a day; the first of equals. */
  Optional<Mood.Point> further(List<Mood.Point> curve, long now) {
    long after = Times.minus(now, DAY);
    return curve.stream()
        .filter(point -> point.at().time() > after)
        .reduce((a, b) -> isFurther(b.valence(), a.valence()) ? b : a);
  }

  private boolean isFurther(double one, double other) {
    return highest ? one > other : one < other;
  }

  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    return mean.compact(rows, Times.minus(asked, DAY));
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
