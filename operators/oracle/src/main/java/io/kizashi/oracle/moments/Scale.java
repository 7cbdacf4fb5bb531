package io.kizashi.oracle.moments;

import java.util.List;

/**
 * How fast a story goes. All times are milliseconds.
 *
 * @param unit what touchpoints lie apart and spans are multiples of, so that they often meet
 */
record Scale(long unit, long disorder, long gap) {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** Minutes, hours and days. */
  static final List<Scale> ALL =
      List.of(
          new Scale(MINUTE, 5 * MINUTE, 5 * MINUTE),
          new Scale(10 * MINUTE, 30 * MINUTE, 30 * MINUTE),
          new Scale(HOUR, HOUR, 2 * HOUR),
          new Scale(12 * HOUR, HOUR, 12 * HOUR));
}
