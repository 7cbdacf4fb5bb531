package io.kizashi.language.asked;

import io.kizashi.language.yaml.Mark;
import java.util.List;
import java.util.Set;

/**
 * A place of a rulebook that asks for a value of touchpoints.
 *
 * @param place the expression's, such as {@code moments.cart_abandoned.where}
 * @param at where the value's name stands
 * @param slot the value
 * @param kinds what the value may be to be understood there; empty where that is open
 * @param literals what it is compared with, for equality
 */
public record Ask(
    String place, Mark at, Slot slot, Set<PropertyKind> kinds, List<Literal> literals) {
  /** Copies the sets. */
  public Ask {
    kinds = Set.copyOf(kinds);
    literals = List.copyOf(literals);
  }

  /**
   * A constant of a rulebook.
   *
   * @param value a text, a double or a truth
   */
  public record Literal(Mark at, Object value) {}

  /** The innermost name, as it stands in the rulebook. */
  public String name() {
    return slot.path().get(slot.path().size() - 1);
  }
}
