package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;

/** What an action does for the customer, in the order of the default tiers. */
public enum ActionKind {
  RECOVER("recover", "RECOVER"),
  SERVE("serve", "SERVE"),
  RETAIN("retain", "RETAIN"),
  INFORM("inform", "INFORM"),
  ASK("ask", "ASK"),
  SELL("sell", "SELL");

  private static final Literals<String, ActionKind> BY_KEPT =
      Literals.of(List.of(values()), ActionKind::kept);

  private final String wire;
  private final String kept;

  ActionKind(String wire, String kept) {
    this.wire = wire;
    this.kept = kept;
  }

  /** As records and rulebooks spell it. */
  public String wire() {
    return wire;
  }

  /** As states spell it. */
  public String kept() {
    return kept;
  }

  /** The kind that states spell so, or empty where this release knows none. */
  public static Optional<ActionKind> ofKept(String kept) {
    return BY_KEPT.find(kept);
  }
}
