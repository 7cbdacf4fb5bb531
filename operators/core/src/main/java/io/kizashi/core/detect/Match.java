package io.kizashi.core.detect;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.Stood;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Set;

/**
 * A complete run of a pattern.
 *
 * @param origin the place of the touchpoint that it hangs on first: the anchor's own, but where a
 *     session's end is the anchor
 * @param name what its anchor is called among those of its rule
 * @param matter what it is about, of the matters that its rule tells apart
 * @param events what fit the event steps, the anchor first
 * @param captured what expressions at the end may speak of
 * @param detectedAt time of the deadline or of the completing touchpoint, milliseconds
 * @param byDeadline whether time completed it, and not a touchpoint
 * @param judgeAt proven time from which on it may be believed; {@link Time#UNPROVEN} for at once
 */
public record Match(
    Position origin,
    String name,
    Object matter,
    List<TouchpointView> events,
    Bindings captured,
    long detectedAt,
    boolean byDeadline,
    long judgeAt) {
  /** Copies the events. */
  public Match {
    events = List.copyOf(events);
  }

  /** What started it. */
  public Touchpoint anchor() {
    return events.get(0).touchpoint();
  }

  /** What a step took last. */
  public TouchpointView last() {
    return events.get(events.size() - 1);
  }

  /** Where it ends. */
  public Position end() {
    return byDeadline ? Position.after(detectedAt) : Stood.place(last().touchpoint());
  }

  /** Whether it takes what has one of some ids. */
  boolean takesAny(Set<String> ids) {
    return events.stream().anyMatch(view -> ids.contains(view.touchpoint().id()));
  }
}
