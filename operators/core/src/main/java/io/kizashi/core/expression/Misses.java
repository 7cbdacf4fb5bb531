package io.kizashi.core.expression;

/** Counts the conditions that were false because something they read is missing. */
public final class Misses {
  private int count;

  void add() {
    count++;
  }

  /** How many so far. */
  public int count() {
    return count;
  }
}
