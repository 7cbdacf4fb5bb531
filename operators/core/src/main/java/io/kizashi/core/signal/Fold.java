package io.kizashi.core.signal;

import io.kizashi.schema.state.Projection.Row;
import java.util.List;
import java.util.Optional;

/** How the rows of a signal become its value, and which of them it can do without. */
interface Fold {
  /**
   * The value; empty where there is none.
   *
   * @param rows those up to the place that is asked for, in order
   * @param now the place's time, milliseconds
   */
  Optional<Object> value(List<Row> rows, long now);

  /**
   * The rows that can still make a difference, in order.
   *
   * @param asked time before which no place is asked for any more, milliseconds
   */
  List<Row> compact(List<Row> rows, long asked);

  /** From which time on touchpoints make a difference at a place. */
  long reach(long now);
}
