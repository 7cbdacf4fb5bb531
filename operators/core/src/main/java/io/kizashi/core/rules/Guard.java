package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.time.Durations;
import io.kizashi.schema.ActionKind;
import java.util.Set;

/**
 * Keeps actions of some kinds back while a customer is to be spared.
 *
 * @param suppressed the kinds
 * @param when what must hold for it
 * @param linger milliseconds that it goes on after that; 0 for not at all
 * @param definition fingerprint of what it means
 */
public record Guard(Set<ActionKind> suppressed, Condition when, long linger, String definition) {
  /** Copies the kinds. */
  public Guard {
    suppressed = Set.copyOf(suppressed);
  }

  /** What it asks, and how long that goes on, for explanations. */
  public String words() {
    return linger == 0 ? when.text() : when.text() + ", or did within " + Durations.text(linger);
  }
}
