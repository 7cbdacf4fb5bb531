package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;

/** Who acted in a touchpoint. Only the customer's own words feed the customer's emotion. */
public enum Actor {
  CUSTOMER("customer", ""), // most touchpoints are the customer's own: one byte says so
  AGENT("agent", "AGENT"),
  BOT("bot", "BOT"),
  STAFF("staff", "STAFF"),
  SYSTEM("system", "SYSTEM");

  private static final Literals<String, Actor> BY_WIRE =
      Literals.of(List.of(values()), Actor::wire);
  private static final Literals<String, Actor> BY_KEPT =
      Literals.of(List.of(values()), Actor::kept);

  private final String wire;
  private final String kept;

  Actor(String wire, String kept) {
    this.wire = wire;
    this.kept = kept;
  }

  /** As records of touchpoints spell it. */
  public String wire() {
    return wire;
  }

  /** As states spell it. */
  public String kept() {
    return kept;
  }

  /** The actor that records spell so, or empty where there is none. */
  public static Optional<Actor> of(String wire) {
    return BY_WIRE.find(wire);
  }

  /** The actor that states spell so, or empty where this release knows none. */
  public static Optional<Actor> ofKept(String kept) {
    return BY_KEPT.find(kept);
  }
}
