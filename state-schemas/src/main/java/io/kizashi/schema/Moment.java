package io.kizashi.schema;

import io.kizashi.schema.form.Literals;
import java.util.List;
import java.util.Optional;

/**
 * A detected drop-off or moment of truth (検知).
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
    DROP_OFF("drop_off", "DROP_OFF"),
    MOMENT_OF_TRUTH("moment_of_truth", "MOMENT_OF_TRUTH");

    private static final Literals<String, Kind> BY_KEPT =
        Literals.of(List.of(values()), Kind::kept);

    private final String wire;
    private final String kept;

    Kind(String wire, String kept) {
      this.wire = wire;
      this.kept = kept;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }

    /** As states spell it. */
    public String kept() {
      return kept;
    }

    /** The kind that states spell so, or empty where this release knows none. */
    public static Optional<Kind> ofKept(String kept) {
      return BY_KEPT.find(kept);
    }
  }

  /** Whether it stands. */
  public enum Status {
    DETECTED("detected", "DETECTED"),
    RETRACTED("retracted", "RETRACTED");

    private static final Literals<String, Status> BY_KEPT =
        Literals.of(List.of(values()), Status::kept);

    private final String wire;
    private final String kept;

    Status(String wire, String kept) {
      this.wire = wire;
      this.kept = kept;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }

    /** As states spell it. */
    public String kept() {
      return kept;
    }

    /** The status that states spell so, or empty where this release knows none. */
    public static Optional<Status> ofKept(String kept) {
      return BY_KEPT.find(kept);
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
