package io.kizashi.core.rules;

import io.kizashi.schema.ActionKind;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps actions of some kinds back after an outcome of a recommendation.
 *
 * @param suppressed the kinds
 * @param outcome the outcome, as {@code recommendation_outcome} names it
 * @param same what an action must share with that recommendation to be kept back; empty for nothing
 * @param span milliseconds for which it is kept back
 * @param hold whether it waits for their end; else it is dropped
 * @param definition fingerprint of what it means
 */
public record RefusalPolicy(
    Set<ActionKind> suppressed,
    String outcome,
    Optional<Same> same,
    long span,
    boolean hold,
    String definition) {
  /** Copies the kinds. */
  public RefusalPolicy {
    suppressed = Set.copyOf(suppressed);
  }

  /** What two actions may share. */
  public enum Same {
    ACTION,
    KIND
  }
}
