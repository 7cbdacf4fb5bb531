package io.kizashi.schema;

/**
 * A place in a customer's history: time first, then id as UTF-8 bytes.
 *
 * @param time milliseconds since the epoch
 * @param id touchpoint id; {@link #END} stands after every touchpoint of that time
 */
public record Position(long time, String id) implements Comparable<Position> {
  /** Above every id: no UTF-8 text holds a byte as high as an unpaired surrogate's rank. */
  public static final String END = "\uDFFF";

  /** Before every touchpoint. */
  public static final Position FIRST = new Position(Time.FROM_EVER, "");

  /** Before every touchpoint of {@code time}. */
  public static Position before(long time) {
    return new Position(time, "");
  }

  /** After every touchpoint of {@code time}. */
  public static Position after(long time) {
    return new Position(time, END);
  }

  @Override
  public int compareTo(Position other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Utf8Order.compare(id, other.id);
  }

  /** Whether this place lies strictly behind {@code other}. */
  public boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }
}
