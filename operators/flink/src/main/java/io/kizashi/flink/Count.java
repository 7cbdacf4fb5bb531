package io.kizashi.flink;

import java.util.Map;

/**
 * What the engine counts, as Flink metrics and as accumulators. Every record that is no heartbeat
 * is counted once as read and once more as folded, duplicate, rejected or late.
 */
public enum Count {
  /** Records read, heartbeats left out. */
  READ("read"),
  /** Records that do not meet the contract. */
  REJECTED("rejected"),
  /** Records of which something was cut; the rest of each counts. */
  FLAWED("flawed"),
  /** Top-level fields that the contract does not know. */
  UNKNOWN_FIELDS("unknownFields"),
  /** Heartbeats of sources that are not declared, which prove no time. */
  UNDECLARED_HEARTBEATS("undeclaredHeartbeats"),
  /** Failures of the core, each of which froze a customer. */
  DEFECTS("defects"),
  /** Touchpoints that became part of a history. */
  FOLDED("folded"),
  /** Of these, such whose id was used for something else before. */
  REUSED_IDS("reusedIds"),
  /** Touchpoints that were seen before. */
  DUPLICATES("duplicates"),
  /** Touchpoints older than what is retained. */
  LATE("late"),
  /** Moments detected. */
  MOMENTS("moments"),
  /** Moments taken back. */
  MOMENTS_RETRACTED("momentsRetracted"),
  /** Recommendations issued. */
  RECOMMENDATIONS("recommendations"),
  /** Recommendations taken back. */
  RECOMMENDATIONS_RETRACTED("recommendationsRetracted"),
  /** Expressions that were false because something they read is missing. */
  MISSING_PROPERTIES("missingProperties"),
  /** Signals that were read while some of their touchpoints are not known. */
  INCOMPLETE_SIGNALS("incompleteSignals"),
  /** Tasks issued that nobody owns: they went to the fallback. */
  NOBODYS("nobodys"),
  /** Touchpoints that left a history. */
  EVICTED("evicted"),
  /** Moments, decisions and values of profiles of which a customer had more than are kept. */
  FORGOTTEN("forgotten"),
  /** Records that it had written after its checkpoint, and read again after a start. */
  RECALLED("recalled"),
  /** Records of what rules in shadow would have done. */
  SHADOW("shadow");

  private final String wire;

  Count(String wire) {
    this.wire = wire;
  }

  /** The name of the metric and of the accumulator. */
  public String wire() {
    return wire;
  }

  /**
   * The value in a job's accumulated results; 0 where nothing was counted.
   *
   * @param results accumulators by name, as Flink gives them at the end of a job
   */
  public long in(Map<String, Object> results) {
    return results.get(wire) instanceof Long counted ? counted : 0;
  }
}
