package io.kizashi.core.expression;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an expression reads beside the touchpoint at hand.
 *
 * @param captures whether it reads a captured touchpoint, so that its answer hangs on the attempt
 * @param facts the facts, with the field where it matters: {@code emotion}, {@code signals.NAME},
 *     and beside {@code customer} each {@code customer.NAME}
 */
public record Reads(boolean captures, Set<String> facts) {
  /** Nothing but the touchpoint at hand. */
  public static final Reads NOTHING = new Reads(false, Set.of());

  /** Copies the facts. */
  public Reads {
    facts = Set.copyOf(facts);
  }

  /** What two expressions read. */
  public Reads and(Reads other) {
    Set<String> all = new TreeSet<>(facts);
    all.addAll(other.facts);
    return new Reads(captures || other.captures, all);
  }

  /** Whether the answer for a touchpoint never changes. */
  public boolean isOnlyEvent() {
    return !captures && facts.isEmpty();
  }
}
