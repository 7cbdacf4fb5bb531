package io.kizashi.schema;

/** Why a record was not taken in. The wire names are stable; subscribers alert on them. */
public enum RejectCode {
  /** No byte at all. */
  EMPTY("empty"),
  /** More than {@link Bounds#RECORD_BYTES}. */
  TOO_LARGE("too_large"),
  /** Not UTF-8, or half a surrogate pair. */
  BAD_UTF8("bad_utf8"),
  /** Not one JSON object. */
  BAD_JSON("bad_json"),
  /** Nested beyond {@link Bounds#JSON_DEPTH}. */
  TOO_DEEP("too_deep"),
  /** A string, a name or the number of entries beyond its bound. */
  TOO_LONG("too_long"),
  /** The same field twice. */
  DUPLICATE_FIELD("duplicate_field"),
  /** A required field is absent or empty. */
  MISSING_FIELD("missing_field"),
  /** An id that is written where nobody is known, such as {@code null}: it would make all one. */
  PLACEHOLDER("placeholder", "leave the field out, or send the guest's own id as anonymous"),
  /** A field of another JSON type than the contract's. */
  WRONG_TYPE("wrong_type"),
  /** A field of the right type with a value outside its range or vocabulary. */
  BAD_VALUE("bad_value"),
  /** It asks for what the engine can't do so far: taken in, it would seem done. */
  NOT_YET("not_yet", "see to it elsewhere: this engine neither erases nor joins customers so far"),
  /** NaN, an infinity, or a number that no double can hold. */
  NOT_FINITE("not_finite"),
  /** Neither RFC 3339 nor whole epoch milliseconds, or before the year 2000. */
  BAD_TIME("bad_time"),
  /** A time of day that names no zone, so that it may be any of 26 hours. */
  NO_ZONE("no_zone", "write the zone behind it: 2026-03-01T10:00:00+09:00, or Z for UTC"),
  /** Further ahead than {@link Bounds#FUTURE_MILLIS} allows. */
  IN_THE_FUTURE("in_the_future"),
  /**
   * Its customer's id of something else, of another type or time; it counts under one of its own.
   */
  REUSED_ID("reused_id", "give every touchpoint an id of its own: sent twice, it is one by that"),
  /** Older than what the rulebook retains. */
  TOO_LATE("too_late"),
  /** The engine failed at it, or waits for the customer's thaw with more than it can keep. */
  DEFECT("defect");

  private final String wire;
  private final String hint;

  RejectCode(String wire) {
    this(wire, "");
  }

  RejectCode(String wire, String hint) {
    this.wire = wire;
    this.hint = hint;
  }

  /** As records spell it. */
  public String wire() {
    return wire;
  }

  /** What whoever sent it can do, in words; empty where the code and the place say it. */
  public String hint() {
    return hint;
  }
}
