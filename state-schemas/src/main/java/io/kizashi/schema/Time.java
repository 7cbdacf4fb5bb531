package io.kizashi.schema;

/**
 * Times that are none, in milliseconds since the epoch. They stand in states as they are: their
 * numbers are final.
 */
public final class Time {
  /** No time is proven yet: every deadline is still to come. */
  public static final long UNPROVEN = Long.MIN_VALUE;

  /** Before every touchpoint: nothing is missing, or excluded, on the side of the past. */
  public static final long FROM_EVER = Long.MIN_VALUE;

  /** After every touchpoint: what does not happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The end of what goes on until something ends it. */
  public static final long WITHOUT_LIMIT = Long.MAX_VALUE;

  private Time() {}
}
