package io.kizashi.core.inforce;

/**
 * A stretch of event time.
 *
 * @param after milliseconds since the epoch, exclusive
 * @param until milliseconds since the epoch, inclusive
 */
public record Span(long after, long until) {
  /** Whether a time lies in it. */
  public boolean holds(long time) {
    return time > after && time <= until;
  }

  Span endingAt(long time) {
    return new Span(after, time);
  }
}
