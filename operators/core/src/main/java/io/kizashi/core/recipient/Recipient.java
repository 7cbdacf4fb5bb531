package io.kizashi.core.recipient;

/** Who gets what an action asks for: customers get messages, staff get tasks. */
public enum Recipient {
  CUSTOMER("customer"),
  AGENT("agent"),
  SUPERVISOR("supervisor"),
  REP("rep"),
  PAGE_OWNER("page_owner"),
  STORE("store");

  private final String wire;

  Recipient(String wire) {
    this.wire = wire;
  }

  /** As records and rulebooks spell it. */
  public String wire() {
    return wire;
  }
}
