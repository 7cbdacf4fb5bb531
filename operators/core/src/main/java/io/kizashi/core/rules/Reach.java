package io.kizashi.core.rules;

import io.kizashi.core.time.Durations;

/**
 * The span in which a cap or a budget counts: so long up to now, or the customer's day or month.
 *
 * @param shortest milliseconds that it lasts at least
 * @param longest milliseconds that it lasts at most
 */
public record Reach(Unit unit, long shortest, long longest) {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  /** Days of the longest month. */
  private static final long DAYS_A_MONTH = 31;

  /** What kind of span. */
  public enum Unit {
    SLIDING,
    DAY,
    MONTH
  }

  /** A span of so many milliseconds up to now. */
  public static Reach sliding(long span) {
    return new Reach(Unit.SLIDING, span, span);
  }

  /** The customer's day: clocks change by an hour, so it has 23 to 25 of them. */
  public static Reach day() {
    return new Reach(Unit.DAY, DAY - HOUR, DAY + HOUR);
  }

  /** The customer's month. */
  public static Reach month() {
    return new Reach(Unit.MONTH, 28 * DAY - HOUR, DAYS_A_MONTH * DAY + HOUR);
  }

  /** How many spans of another kind it takes at most to cover one of these. */
  public long covers(Reach other) {
    long needed = ceil(longest, other.shortest);
    return switch (other.unit) {
      case SLIDING -> needed;
      case DAY ->
          switch (unit) {
            case SLIDING -> needed + 1;
            case DAY -> 1;
            case MONTH -> DAYS_A_MONTH;
          };
      case MONTH -> unit == Unit.SLIDING ? needed + 1 : 1;
    };
  }

  /** As an author writes it. */
  String text() {
    return switch (unit) {
      case SLIDING -> Durations.text(longest);
      case DAY -> "day";
      case MONTH -> "month";
    };
  }

  /** How many parts cover a span; the last may be cut. */
  public static long ceil(long span, long part) {
    return (span + part - 1) / part;
  }
}
