package io.kizashi.oracle.moments;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two expressions joined, as CEL joins them: what one side decides does not need the other; else
 * what is missing on either side is missing in the whole.
 */
record Operation(Operator operator, Expr left, Expr right) implements Expr {
  /** How they are joined. */
  enum Operator {
    AT_LEAST(" >= "),
    ABOVE(" > "),
    SAME(" == "),
    PLUS(" + "),
    MIN("min"),
    MAX("max"),
    AND(" && "),
    OR(" || "),
    /** The left one, and not the right one. */
    BUT_NOT(" && !");

    private final String text;

    Operator(String text) {
      this.text = text;
    }
  }

  @Override
  public String cel(RandomScope scope) {
    String a = left.cel(scope);
    String b = right.cel(scope);
    return switch (operator) {
      case MIN, MAX -> operator.text + "(" + a + ", " + b + ")";
      case AT_LEAST, ABOVE, SAME, PLUS -> a + operator.text + b;
      case AND, OR, BUT_NOT -> "(" + a + ")" + operator.text + "(" + b + ")";
    };
  }

  @Override
  public Optional<Object> value(NaiveWorld world) {
    Optional<Object> a = left.value(world);
    Optional<Object> b = right.value(world);
    return switch (operator) {
      case AND -> decided(a, b, false);
      case OR -> decided(a, b, true);
      case BUT_NOT -> decided(a, b.map(flag -> !(Boolean) flag), false);
      case SAME -> both(a, b).map(pair -> pair[0].equals(pair[1]));
      case AT_LEAST -> both(a, b).flatMap(Operation::compared).map(order -> order >= 0);
      case ABOVE -> both(a, b).flatMap(Operation::compared).map(order -> order > 0);
      case PLUS, MIN, MAX -> both(a, b).flatMap(this::calculated);
    };
  }

  @Override
  public Stream<Expr> parts() {
    return Stream.of(Stream.of(this), left.parts(), right.parts()).flatMap(all -> all);
  }

  /** Either side may decide; undecided, both must be there. */
  private static Optional<Object> decided(Optional<Object> a, Optional<Object> b, boolean by) {
    if (a.equals(Optional.of(by)) || b.equals(Optional.of(by))) {
      return Optional.of(by);
    }
    return both(a, b).map(pair -> !by);
  }

  private static Optional<Object[]> both(Optional<Object> a, Optional<Object> b) {
    return a.flatMap(x -> b.map(y -> new Object[] {x, y}));
  }

  private static Optional<Integer> compared(Object[] pair) {
    if (pair[0] instanceof Double x && pair[1] instanceof Double y) {
      return Optional.of(Double.compare(x, y));
    }
    if (pair[0] instanceof Duration x && pair[1] instanceof Duration y) {
      return Optional.of(x.compareTo(y));
    }
    return pair[0] instanceof String x && pair[1] instanceof String y
        ? Optional.of(x.compareTo(y))
        : Optional.empty();
  }

  private Optional<Object> calculated(Object[] pair) {
    if (!(pair[0] instanceof Double x && pair[1] instanceof Double y)) {
      return Optional.empty();
    }
    return switch (operator) {
      case MIN -> Optional.of(Math.min(x, y));
      case MAX -> Optional.of(Math.max(x, y));
      case AT_LEAST, ABOVE, SAME, PLUS, AND, OR, BUT_NOT -> Optional.of(x + y);
    };
  }
}
