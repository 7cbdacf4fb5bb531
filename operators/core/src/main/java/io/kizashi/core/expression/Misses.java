package io.kizashi.core.expression;

/** Counts what expressions wanted to read and did not find, or found only in part. */
public final class Misses {
  private int count;
  private int incomplete;

  /** Something is missing. */
  public void add() {
    count++;
  }

  /** A signal was read of which older touchpoints are not known. */
  public void addIncomplete() {
    incomplete++;
  }

  /** How many signals were read of which older touchpoints are not known. */
  public int incomplete() {
    return incomplete;
  }

  /** How many things were missing so far. */
  public int count() {
    return count;
  }
}
