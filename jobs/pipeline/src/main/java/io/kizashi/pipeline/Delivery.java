package io.kizashi.pipeline;

/** How outputs are written. */
public enum Delivery implements SettingChoice {
  /** At once; after a failure some come again, with the same id and the same bytes. */
  AT_LEAST_ONCE("at-least-once"),
  /** In transactions; readers of committed records wait about a checkpoint interval. */
  EXACTLY_ONCE("exactly-once");

  private final String wire;

  Delivery(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
