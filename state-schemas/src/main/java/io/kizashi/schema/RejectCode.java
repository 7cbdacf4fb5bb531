package io.kizashi.schema;

import java.util.Locale;

/** Why a record was not taken in. The wire names are stable; subscribers alert on them. */
public enum RejectCode {
  /** No byte at all. */
  EMPTY,
  /** More than {@link Bounds#RECORD_BYTES}. */
  TOO_LARGE,
  /** Not UTF-8, or half a surrogate pair. */
  BAD_UTF8,
  /** Not one JSON object. */
  BAD_JSON,
  /** Nested beyond {@link Bounds#JSON_DEPTH}. */
  TOO_DEEP,
  /** A string, a name or the number of entries beyond its bound. */
  TOO_LONG,
  /** The same field twice. */
  DUPLICATE_FIELD,
  /** A required field is absent or empty. */
  MISSING_FIELD,
  /** A field of another JSON type than the contract's. */
  WRONG_TYPE,
  /** A field of the right type with a value outside its range or vocabulary. */
  BAD_VALUE,
  /** NaN, an infinity, or a number that no double can hold. */
  NOT_FINITE,
  /** Neither RFC 3339 nor whole epoch milliseconds, or before the year 2000. */
  BAD_TIME,
  /** Further ahead than {@link Bounds#FUTURE_MILLIS} allows. */
  IN_THE_FUTURE,
  /** Older than what the rulebook retains. */
  TOO_LATE;

  /** The name on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
