package io.kizashi.core.detection;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.List;

/**
 * A complete run of a pattern.
 *
 * @param events the touchpoints that fit the event steps, the anchor first
 * @param detectedAt time of the deadline or of the completing touchpoint, milliseconds
 * @param byDeadline whether time completed it, and not a touchpoint
 * @param judgeAt proven time from which on it may be believed; {@link Long#MIN_VALUE} for at once
 */
public record Match(List<Touchpoint> events, long detectedAt, boolean byDeadline, long judgeAt) {
  /** Copies the events. */
  public Match {
    events = List.copyOf(events);
  }

  /** The touchpoint that started it. */
  public Touchpoint anchor() {
    return events.get(0);
  }

  /** The last touchpoint that a step took. */
  public Touchpoint last() {
    return events.get(events.size() - 1);
  }

  /** Where it ends. */
  public Position end() {
    return byDeadline ? Position.after(detectedAt) : last().position();
  }
}
