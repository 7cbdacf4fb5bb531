package io.kizashi.oracle.decisions;

import io.kizashi.schema.Touchpoint;
import java.util.Optional;

/** A number that conditions and values speak of. */
enum RandomFact {
  TIER("customer.tier"),
  VISITS("signals.visits"),
  CASES("signals.cases"),
  LAST("signals.last"),
  /** What the touchpoint says that raised the moment. */
  VALUE("x.properties.value");

  /** How far back visits count, milliseconds. */
  private static final long WINDOW = 2 * 3_600_000L;

  /** The signals that facts read, as a rulebook declares them. */
  static final String SIGNALS =
      """
      signals:
        visits: { count: 'event.type == "visited"', within: 2h }
        cases: { open: 'event.type == "case_opened"', close: 'event.type == "case_closed"' }
        last: { latest: 'event.properties.value', where: 'event.type == "visited"' }
      """;

  private final String cel;

  RandomFact(String cel) {
    this.cel = cel;
  }

  /** As the rulebook writes it. */
  String cel() {
    return cel;
  }

  /** Its value; empty where something is missing. */
  Optional<Double> value(NaiveFacts world) {
    return switch (this) {
      case TIER -> number(world.customer("tier"));
      case VISITS ->
          Optional.of(
              (double)
                  world.seen().stream()
                      .filter(t -> t.type().equals("visited"))
                      .filter(t -> t.time() > world.at().time() - WINDOW)
                      .count());
      case CASES ->
          Optional.of(
              world
                  .newest("case_opened", "case_closed")
                  .filter(t -> t.type().equals("case_opened"))
                  .map(t -> 1.0)
                  .orElse(0.0));
      case LAST -> lastVisit(world).flatMap(RandomFact::said);
      case VALUE -> world.moment().flatMap(RandomFact::said);
    };
  }

  /** The newest visit that says a number. */
  static Optional<Touchpoint> lastVisit(NaiveFacts world) {
    return world.seen().stream()
        .filter(t -> t.type().equals("visited") && said(t).isPresent())
        .reduce((a, b) -> b);
  }

  private static Optional<Double> said(Touchpoint touchpoint) {
    return number(Optional.ofNullable(touchpoint.properties().get("value")));
  }

  private static Optional<Double> number(Optional<Object> value) {
    return value.filter(Double.class::isInstance).map(Double.class::cast);
  }
}
