package io.kizashi.oracle.moments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which names an expression may use.
 *
 * @param event whether it is asked about a touchpoint
 * @param captures names of the touchpoints captured before
 * @param signals the names of the rulebook's signals
 * @param segments the names of the rulebook's segments
 */
record RandomScope(
    boolean event,
    List<String> captures,
    Map<RandomSignal, String> signals,
    Map<Expr, String> segments) {
  /** A value that nobody ever states. */
  static final String MISSING = "customer.never";

  /** Copies the names. */
  RandomScope {
    captures = List.copyOf(captures);
  }

  /** The same names with other captures. */
  RandomScope with(boolean hasEvent, List<String> captured) {
    return new RandomScope(hasEvent, captured, signals, segments);
  }

  /**
   * A random expression speaks of {@code event} as 0 and of captures as 1, 2, …, whether they are
   * there or not; this picks one that is.
   */
  static <T> Optional<T> pick(int of, Optional<T> event, List<T> captures) {
    return captures.isEmpty() || (of == 0 && event.isPresent())
        ? event
        : Optional.of(captures.get(of % captures.size()));
  }

  /** A field of the touchpoint that is spoken of. */
  String field(int of, String path) {
    return pick(of, event ? Optional.of("event") : Optional.empty(), captures)
        .map(variable -> variable + "." + path)
        .orElse(MISSING);
  }
}
