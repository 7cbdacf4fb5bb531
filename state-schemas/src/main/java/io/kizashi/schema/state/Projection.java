package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import java.util.List;

/**
 * What a signal still needs of touchpoints that left the history.
 *
 * @param definition fingerprint of the signal's definition; rows of another one mean nothing
 * @param completeFrom time before which touchpoints may be missing, milliseconds; {@link
 *     Long#MIN_VALUE} when none is
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
   * What one touchpoint, or several older ones together, add to a signal.
   *
   * @param at the touchpoint's place, or the last one's
   * @param value a {@link String}, {@link Double} or {@link Boolean}
   * @param weight how much the value counts
   */
  public record Row(Position at, Object value, double weight) {}
}
