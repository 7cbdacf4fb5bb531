package io.kizashi.schema;

import java.util.List;

/**
 * A detected drop-off or moment of truth (兆し).
 *
 * @param id hash of rulebook name, rule and anchor; the same whatever the order of arrival
 * @param status detected, or retracted by a late touchpoint
 * @param rule the rule that detected it
 * @param kind drop-off or moment of truth
 * @param stage stage of the journey, or empty
 * @param customer whose moment it is, under the anchor's id as received
 * @param detectedAt the deadline's or the completing touchpoint's time
 * @param severity 0 … 1
 * @param evidence touchpoint ids, the anchor first
 * @param rulebook the rules in force
 */
public record Moment(
    String id,
    Status status,
    String rule,
    Kind kind,
    String stage,
    CustomerKey customer,
    long detectedAt,
    double severity,
    List<String> evidence,
    RulebookRef rulebook) {
  /** Copies the evidence. */
  public Moment {
    evidence = List.copyOf(evidence);
  }

  /** What kind of moment. */
  public enum Kind {
    DROP_OFF,
    MOMENT_OF_TRUTH;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether it stands. */
  public enum Status {
    DETECTED,
    RETRACTED;

    /** The name on the wire, in lower case. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The same moment, taken back. */
  public Moment retracted() {
    return new Moment(
        id,
        Status.RETRACTED,
        rule,
        kind,
        stage,
        customer,
        detectedAt,
        severity,
        evidence,
        rulebook);
  }
}
