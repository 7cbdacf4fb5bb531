package io.kizashi.schema;

import java.util.Locale;
import java.util.Optional;

/** Who acted in a touchpoint. Only the customer's own words feed the customer's emotion. */
public enum Actor {
  CUSTOMER,
  AGENT,
  BOT,
  STAFF,
  SYSTEM;

  private static final Actor[] ALL = values();

  /** The name on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The actor of a wire name, or empty where there is none of that name. */
  public static Optional<Actor> of(String wire) {
    for (Actor actor : ALL) {
      if (actor.name().equalsIgnoreCase(wire) && wire.equals(actor.wire())) {
        return Optional.of(actor);
      }
    }
    return Optional.empty();
  }
}
