package io.kizashi.core.arbitrate;

import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.Recommendation;
import java.util.Optional;

/**
 * What was decided on a cause.
 *
 * @param chosen what to do; empty for nothing
 * @param guarded whether it waits for guards to end
 * @param withheld why nothing is done though something was asked for
 */
public record Answer(
    Optional<Recommendation> chosen, boolean guarded, Optional<Withheld> withheld) {
  /** There is nothing to decide. */
  static final Answer NOTHING = new Answer(Optional.empty(), false, Optional.empty());
}
