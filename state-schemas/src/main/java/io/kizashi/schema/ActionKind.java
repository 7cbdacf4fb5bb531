package io.kizashi.schema;

import java.util.Locale;

/** What an action does for the customer, in the order of the default tiers. */
public enum ActionKind {
  RECOVER,
  SERVE,
  RETAIN,
  INFORM,
  ASK,
  SELL;

  /** The name on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
