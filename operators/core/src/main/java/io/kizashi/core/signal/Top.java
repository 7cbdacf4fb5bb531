package io.kizashi.core.signal;

import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Utf8Order;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The text that came most, each time counting half as much after every half-life; of those that
 * weigh the same within a billionth, the first in UTF-8.
 *
 * @param lives after how long a row counts half
 */
record Top(HalfLives lives) implements Fold {
  /** Texts that are remembered beyond the history; a favourite is among the heaviest. */
  private static final int MOST = 64;

  /** Sums of what weighs the same differ in their last bits by what was added up first. */
  private static final double NEARLY = 1 - 1e-9;

  /**
   * What each text weighs.
   *
   * @param halvings how often the row that has faded least was halved: from afar nothing would be
   *     left
   */
  private Map<String, Double> weights(List<Row> rows, long now, double halvings) {
    Map<String, Double> weights = new TreeMap<>(Utf8Order::compare);
    for (Row row : rows) {
      double weight = row.weight() * Math.pow(2, halvings - halvings(row, now));
      weights.merge(lives.text(row), weight, Double::sum);
    }
    return weights;
  }

  private double halvings(Row row, long now) {
    return (double) (now - row.at().time()) / lives.of(row);
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double halvings = rows.stream().mapToDouble(row -> halvings(row, now)).min().orElse(0);
    Map<String, Double> weights = weights(rows, now, halvings);
    double least = NEARLY * Collections.max(weights.values());
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .findFirst()
        .map(Map.Entry::getKey);
  }

  /** What is too old to be asked for one by one goes on as one row for each half-life and text. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    if (older < 2) {
      return lives.written(rows);
    }
    List<Row> sums = new ArrayList<>();
    Decay.alike(lives, rows.subList(0, older))
        .forEach((halfLife, some) -> sums.addAll(together(halfLife, some)));
    return lives.written(Rows.before(sums, rows, older));
  }

  private List<Row> together(long halfLife, List<Row> rows) {
    Position at = rows.get(rows.size() - 1).at();
    return weights(rows, at.time(), 0).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(sum -> new Row(at, lives.together(halfLife, sum.getKey()), sum.getValue()))
        .toList();
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
