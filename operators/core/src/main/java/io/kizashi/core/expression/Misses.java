package io.kizashi.core.expression;

import io.kizashi.schema.Touchpoint;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts what expressions of one verdict wanted to read and did not find, or found only in part;
 * and tells of which expression it was and why, once each.
 *
 * <p>What a touchpoint lacks is told when it comes, and not again when a later one is judged.
 */
public final class Misses {
  private final SortedSet<Unread> unread = new TreeSet<>();
  private String place = "";
  private String arrived = "";
  private boolean muted;
  private int count;
  private int incomplete;

  /**
   * Something is missing that the expression being asked can't do without.
   *
   * @param why what is wrong with it
   */
  public void add(Unread.Why why) {
    count++;
    tell(place, why);
  }

  /**
   * Something is missing that no expression asks for.
   *
   * @param what what was looked for, as a rulebook calls it
   * @param why what is wrong with it
   */
  public void add(String what, Unread.Why why) {
    count++;
    tell(what, why);
  }

  /** A signal was read of which older touchpoints are not known. */
  public void addIncomplete() {
    incomplete++;
    tell(place, Unread.Why.CUT);
  }

  private void tell(String of, Unread.Why why) {
    if (!muted && !of.isEmpty()) {
      unread.add(new Unread(of, why));
    }
  }

  /** What has come, by its id: only of this touchpoint it is told what it lacks. */
  public void about(String touchpoint) {
    arrived = touchpoint;
  }

  /** Which expression is asked. */
  public record Asked(String place, boolean muted) {}

  /**
   * An expression is asked, until {@link #leave}.
   *
   * @param next its place in the rulebook
   * @param of the touchpoint that it is asked of, if it is asked of one
   * @return the one that asks it
   */
  public Asked enter(String next, Optional<Touchpoint> of) {
    Asked outer = new Asked(place, muted);
    place = next;
    muted |= of.isPresent() && !of.get().id().equals(arrived);
    return outer;
  }

  /** It has been asked, and the one goes on that asked it. */
  public void leave(Asked outer) {
    place = outer.place();
    muted = outer.muted();
  }

  /** What could not be read, of which expressions and why. */
  public SortedSet<Unread> unread() {
    return unread;
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
