package io.kizashi.core.expression;

import java.util.Comparator;

/**
 * Something that an expression could not read.
 *
 * @param place the expression's place in the rulebook, such as {@code moments.cart_abandoned.where}
 * @param why what was wrong
 */
public record Unread(String place, Why why) implements Comparable<Unread> {
  private static final Comparator<Unread> ORDER =
      Comparator.comparing(Unread::place).thenComparing(Unread::why);

  /** What can be wrong. */
  public enum Why {
    /** It is not there. */
    MISSING("missing"),
    /** It is there, and of another kind: a text where a number is compared. */
    KIND("kind"),
    /** It is no date or time, or none that lies where it must. */
    NO_DATE("no_date"),
    /** It is known in part only: the oldest touchpoints of a signal are gone. */
    CUT("cut");

    private final String wire;

    Why(String wire) {
      this.wire = wire;
    }

    /** As summaries and metrics call it. */
    public String wire() {
      return wire;
    }
  }

  @Override
  public int compareTo(Unread other) {
    return ORDER.compare(this, other);
  }
}
