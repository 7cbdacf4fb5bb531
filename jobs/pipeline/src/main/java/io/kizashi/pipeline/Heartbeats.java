package io.kizashi.pipeline;

/** Who proves that nothing is outstanding, partition by partition. */
public enum Heartbeats {
  /** Whoever writes touchpoints also writes heartbeats. */
  SOURCES,
  /** The engine writes them, with its own clock. */
  ENGINE,
  /**
   * Nobody: a record's arrival proves its own time. Weaker, since touchpoints under way are not
   * waited for, and time stands still while a partition is silent.
   */
  NONE
}
