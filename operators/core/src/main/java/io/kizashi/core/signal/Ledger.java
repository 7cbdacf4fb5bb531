package io.kizashi.core.signal;

import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.Projection;
import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Optional;

/** One signal of one customer: rows of what left the history, and of what is in it. */
public final class Ledger {
  private final Signal signal;
  private final Projection kept;
  private final List<Row> rows;

  private Ledger(Signal signal, Projection kept, List<Row> rows) {
    this.signal = signal;
    this.kept = kept;
    this.rows = rows;
  }

  /**
   * Opens the ledger.
   *
   * @param known what is kept of touchpoints that left the history
   * @param floor the highest place that eviction has reached: a signal that was not there to keep
   *     anything is complete from there
   * @param history touchpoints in order
   */
  public static Ledger open(
      Signal signal,
      Optional<Projection> known,
      Position floor,
      List<TouchpointView> history,
      Misses misses) {
    Projection kept =
        known
            .filter(projection -> projection.definition().equals(signal.definition()))
            .orElseGet(() -> new Projection(signal.definition(), floor.time(), false, List.of()));
    List<Row> fresh = history.stream().flatMap(view -> signal.row(view, misses).stream()).toList();
    return new Ledger(signal, kept, Rows.merged(kept.rows(), fresh));
  }

  /** The signal's value at a place. */
  public Optional<Object> value(Position place) {
    return signal.value(rows, place);
  }

  /** Its value at the time of a place, without what happened there. */
  public Optional<Object> valueBefore(Position place) {
    List<Row> until = Rows.until(rows, place);
    int before = until.size();
    while (before > 0 && until.get(before - 1).at().equals(place)) {
      before--;
    }
    return signal.fold().value(until.subList(0, before), place.time());
  }

  /** Whether something is counted at a place itself. */
  public boolean holds(Position place) {
    List<Row> until = Rows.until(rows, place);
    return !until.isEmpty() && until.get(until.size() - 1).at().equals(place);
  }

  /** Whether all touchpoints that count at a place are known. */
  public boolean isComplete(Position place) {
    return !kept.truncated() && kept.completeFrom() <= signal.fold().reach(place.time());
  }

  /**
   * What is kept once all the touchpoints in it have left the history.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  public Projection close(long asked) {
    List<Row> needed = signal.fold().compact(rows, asked);
    int excess = Math.max(0, needed.size() - Bounds.PROJECTED_ROWS);
    return new Projection(
        signal.definition(),
        kept.completeFrom(),
        kept.truncated() || excess > 0,
        needed.subList(excess, needed.size()));
  }
}
