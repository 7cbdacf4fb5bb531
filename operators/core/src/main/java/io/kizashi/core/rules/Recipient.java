package io.kizashi.core.rules;

import java.util.Locale;

/** Who gets what an action asks for: customers get messages, staff get tasks. */
public enum Recipient {
  CUSTOMER,
  AGENT,
  SUPERVISOR,
  REP,
  PAGE_OWNER,
  STORE;

  /** The name on the wire and in a rulebook, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
