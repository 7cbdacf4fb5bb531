package io.kizashi.lab.generate;

import java.time.Duration;

/**
 * What is generated; the same plan gives the same bytes.
 *
 * @param customers how many people; one in ten is a guest
 * @param seed of all chance
 * @param start when the first one comes, milliseconds since the epoch; the last comes a day later
 */
public record DayPlan(int customers, long seed, long start) {
  /** Partitions of the touchpoints' topic. */
  static final int PARTITIONS = 4;

  /** From the first customer to the last. */
  static final long SPAN = Duration.ofDays(1).toMillis();

  /** No touchpoint lies, and none arrives, later than this after the start. */
  public static final long END = Duration.ofDays(3).toMillis();

  /** How long a cart waits for its order, the last instant included: the rulebook's {@code for}. */
  static final long PATIENCE = Duration.ofMinutes(30).toMillis();

  /** Sources send within this, late orders apart: the rulebook's {@code disorder}. */
  static final long DISORDER = Duration.ofSeconds(10).toMillis();

  /** The least value of a cart that is worth a message: the rulebook's {@code where}. */
  static final int WORTH = 3_000;

  /** From this time of day on nothing leaves, by UTC: the rulebook's {@code quiet-hours}. */
  private static final long QUIET_FROM = Duration.ofHours(21).toMillis();

  /** Until before this time of day. */
  private static final long QUIET_TO = Duration.ofHours(8).toMillis();

  /** When a message leaves that is decided at some time: in the night it waits for the morning. */
  static long leaves(long decided) {
    long day = Duration.ofDays(1).toMillis();
    long time = Math.floorMod(decided, day);
    long midnight = decided - time;
    if (time < QUIET_TO) {
      return midnight + QUIET_TO;
    }
    return time < QUIET_FROM ? decided : midnight + day + QUIET_TO;
  }

  /** When the customer of a number comes first. */
  long comes(int customer) {
    return start + SPAN * customer / customers;
  }
}
