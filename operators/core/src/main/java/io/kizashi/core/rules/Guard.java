package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.time.Durations;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Sha256;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps actions of some kinds back while a customer is to be spared.
 *
 * @param suppressed the kinds
 * @param when what must hold for it; nothing that ever does where it goes by a moment
 * @param linger milliseconds that it goes on after that, or after the moment; 0 for not at all
 * @param after the rule of the moment that it goes by; empty where it goes by {@code when}
 * @param hold whether what it keeps back waits for its end; else it is dropped
 * @param definition fingerprint of what it means
 */
public record Guard(
    Set<ActionKind> suppressed,
    Condition when,
    long linger,
    Optional<MomentRule> after,
    boolean hold,
    String definition) {
  private static final Condition NEVER = (bindings, misses) -> false;

  /** Copies the kinds. */
  public Guard {
    suppressed = Set.copyOf(suppressed);
  }

  /** One that holds while a condition does, and a while longer. */
  public static Guard during(
      Set<ActionKind> suppressed, Condition when, long linger, boolean hold, String definition) {
    return new Guard(suppressed, when, linger, Optional.empty(), hold, definition);
  }

  /**
   * One that holds from a moment on.
   *
   * @param span for how long, milliseconds
   */
  public static Guard after(
      Set<ActionKind> suppressed, MomentRule moment, long span, boolean hold) {
    String definition = Sha256.id("moment", moment.name(), Long.toString(span));
    return new Guard(suppressed, NEVER, span, Optional.of(moment), hold, definition);
  }

  /** Whether its condition is remembered for a while. */
  public boolean lingers() {
    return linger > 0 && after.isEmpty();
  }

  /** What it asks, and how long that goes on, for explanations. */
  public String words() {
    return after
        .map(moment -> moment.name() + " within " + Durations.text(linger))
        .orElseGet(this::condition);
  }

  private String condition() {
    return linger == 0 ? when.text() : when.text() + ", or did within " + Durations.text(linger);
  }
}
