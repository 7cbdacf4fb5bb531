package io.kizashi.schema.state;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a signal, or a decision, still needs of touchpoints that left the history.
 *
 * @param definition fingerprint of the definition that it is kept for; rows of another one mean
 *     nothing
 * @param completeFrom time before which touchpoints may be missing, milliseconds; {@link
 *     Time#FROM_EVER} when none is
 * @param truncated whether rows fell because there were too many
 * @param rows in order of their places
 */
public record Projection(
    String definition, long completeFrom, boolean truncated, List<Projection.Row> rows) {
  /** Copies the rows. */
  public Projection {
    rows = List.copyOf(rows);
  }

  /**
   * What is kept of rows: those behind a time, the newest where they are too many.
   *
   * @param since time up to which nothing matters any more, milliseconds
   */
  public static Projection newest(String definition, long since, Stream<Row> rows) {
    List<Row> kept =
        rows.filter(row -> row.at().time() > since).sorted(Comparator.comparing(Row::at)).toList();
    int excess = Math.max(0, kept.size() - Bounds.PROJECTED_ROWS);
    return new Projection(
        definition, Time.FROM_EVER, excess > 0, kept.subList(excess, kept.size()));
  }

  /**
   * What one touchpoint, or several older ones together, add to a signal.
   *
   * @param at the touchpoint's place, or the last one's
   * @param value a {@link String}, {@link Double} or {@link Boolean}
   * @param weight how much the value counts
   */
  public record Row(Position at, Object value, double weight) {}
}
