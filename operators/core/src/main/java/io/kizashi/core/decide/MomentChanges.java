package io.kizashi.core.decide;

import io.kizashi.schema.Moment;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.DetectedMoment;
import java.util.List;

/**
 * What judging changed.
 *
 * @param standing all moments that stand now, in the order of detection
 * @param fallen those that no longer stand, or stand otherwise than they were emitted
 * @param risen those that are new, in the order of detection
 * @param next proven time at which something more will be judged, or {@link Clock#NEVER}
 */
record MomentChanges(
    List<DetectedMoment> standing, List<Moment> fallen, List<DetectedMoment> risen, long next) {
  /** Copies the lists. */
  MomentChanges {
    standing = List.copyOf(standing);
    fallen = List.copyOf(fallen);
    risen = List.copyOf(risen);
  }

  /** Whether nothing fell and nothing rose. */
  boolean isNone() {
    return fallen.isEmpty() && risen.isEmpty();
  }
}
