package io.kizashi.core.expression;

import java.util.Map;
import java.util.Optional;

/**
 * A comparison of something known of the customer with a number that stands in an expression.
 *
 * @param fact what is known: a {@link FactName}, as it is written
 * @param field which of it
 * @param sign how it is compared, the fact on the left
 * @param bound the number
 */
public record Comparison(String fact, String field, Sign sign, double bound) {
  /** Beyond a bound by this part of it, at least of one: far below what anyone would notice. */
  private static final double BEYOND = 1e-6;

  /** How two numbers are compared. */
  public enum Sign {
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** Whether it holds; what is not known, or no number, makes it false and is counted. */
  public boolean test(Bindings bindings, Misses misses) {
    Optional<Object> found = bindings.find(fact);
    if (found.isPresent()
        && found.get() instanceof Map<?, ?> fields
        && fields.get(field) instanceof Double value) {
      return switch (sign) {
        case LESS -> value < bound;
        case AT_MOST -> value <= bound;
        case MORE -> value > bound;
        case AT_LEAST -> value >= bound;
      };
    }
    misses.add(why(found));
    return false;
  }

  private Unread.Why why(Optional<Object> found) {
    boolean there = found.isPresent() && found.get() instanceof Map<?, ?> m && m.containsKey(field);
    return there ? Unread.Why.KIND : Unread.Why.MISSING;
  }

  /** The fact, as explanations name it. */
  public String name() {
    return fact + "." + field;
  }

  /** The value nearest to another one with which it comes out otherwise. */
  public double turned(double value) {
    double step = BEYOND * Math.max(1, Math.abs(bound));
    return switch (sign) {
      case LESS -> value < bound ? bound : bound - step;
      case AT_MOST -> value <= bound ? bound + step : bound;
      case MORE -> value > bound ? bound : bound + step;
      case AT_LEAST -> value >= bound ? bound - step : bound;
    };
  }
}
