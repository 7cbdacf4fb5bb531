package io.kizashi.pipeline;

/** Who proves that nothing is outstanding, partition by partition. */
public enum HeartbeatMode implements SettingChoice {
  /** Whoever writes touchpoints also writes heartbeats. */
  SOURCES("sources"),
  /** The engine writes them, with its own clock. */
  ENGINE("engine"),
  /**
   * Nobody: a record's arrival proves its own time. Weaker, since touchpoints under way are not
   * waited for, and time stands still while a partition is silent.
   */
  NONE("none");

  private final String wire;

  HeartbeatMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
