package io.kizashi.core.rulebook;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.schema.Touchpoint;

/** One step of a pattern. */
public sealed interface Step {
  /** The event type that stands for every type. */
  String ANY = "any";

  /** Which touchpoints it looks for. */
  Fit fit();

  /**
   * A touchpoint must follow.
   *
   * @param as the name that later expressions call it by, or empty
   * @param within milliseconds since the previous step; {@link Long#MAX_VALUE} for no limit
   */
  record Event(Fit fit, String as, long within) implements Step {}

  /**
   * No touchpoint may follow.
   *
   * @param span milliseconds since the previous step, the last one included
   */
  record Absence(Fit fit, long span) implements Step {}

  /**
   * Which touchpoints a step looks for.
   *
   * @param type a touchpoint type, or {@link #ANY}
   * @param where a further condition
   */
  record Fit(String type, Condition where) {
    /** Whether a touchpoint fits, given what was captured before it. */
    public boolean test(Touchpoint touchpoint, Bindings captured, Misses misses) {
      return isOfType(touchpoint) && where.test(captured.event(touchpoint), misses);
    }

    /** Whether a touchpoint is of the type looked for: the cheap half of the test. */
    public boolean isOfType(Touchpoint touchpoint) {
      return type.equals(ANY) || type.equals(touchpoint.type());
    }
  }
}
