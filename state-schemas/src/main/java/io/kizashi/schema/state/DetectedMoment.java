package io.kizashi.schema.state;

import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;

/**
 * A standing moment as it was emitted, with the place of its anchor.
 *
 * @param moment as emitted
 * @param anchor where the attempt started
 * @param end where it was completed: by a touchpoint, or after all touchpoints of a deadline's time
 */
public record DetectedMoment(Moment moment, Position anchor, Position end) {}
