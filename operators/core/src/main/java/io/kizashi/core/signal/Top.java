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
 * @param halfLife milliseconds
 */
record Top(long halfLife) implements Fold {
  /** Texts that are remembered beyond the history; a favourite is among the heaviest. */
  private static final int MOST = 64;

  /** Sums of what weighs the same differ in their last bits by what was added up first. */
  private static final double NEARLY = 1 - 1e-9;

  private Map<String, Double> weights(List<Row> rows, long now) {
    Map<String, Double> weights = new TreeMap<>(Utf8Order::compare);
    for (Row row : rows) {
      double weight = row.weight() * Decay.factor(now - row.at().time(), halfLife);
      weights.merge((String) row.value(), weight, Double::sum);
    }
    return weights;
  }

  @Override
  public Optional<Object> value(List<Row> rows, long now) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    // All fade alike, so it makes no difference from where one looks; from afar nothing is left.
    Map<String, Double> weights = weights(rows, rows.get(rows.size() - 1).at().time());
    double least = NEARLY * Collections.max(weights.values());
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .findFirst()
        .map(Map.Entry::getKey);
  }

  /** What is too old to be asked for one by one goes on as one row for each text. */
  @Override
  public List<Row> compact(List<Row> rows, long asked) {
    int older = Rows.before(rows, asked);
    if (older < 2) {
      return rows;
    }
    Position at = rows.get(older - 1).at();
    List<Row> sums = new ArrayList<>();
    weights(rows.subList(0, older), at.time()).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(entry -> sums.add(new Row(at, entry.getKey(), entry.getValue())));
    return Rows.before(sums, rows, older);
  }

  @Override
  public long reach(long now) {
    return Time.FROM_EVER;
  }
}
