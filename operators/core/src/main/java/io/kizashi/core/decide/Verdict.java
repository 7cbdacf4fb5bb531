package io.kizashi.core.decide;

import io.kizashi.core.expression.Unread;
import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.Set;

/**
 * What a touchpoint or a wake-up leads to; only the shell acts on it.
 *
 * @param state the customer's next state; its clock holds the timer to register
 * @param fate what became of the touchpoint; {@link Fate#FOLDED} for a wake-up
 * @param outputs what to emit
 * @param shadow what to note of rules that only run in shadow
 * @param trace what is counted
 */
public record Verdict(
    CustomerState state, Fate fate, Outputs outputs, Outputs shadow, Trace trace) {
  /** Moments to emit, in order. */
  public List<Moment> moments() {
    return outputs.moments();
  }

  /** Recommendations to emit, in order. */
  public List<Recommendation> recommendations() {
    return outputs.recommendations();
  }

  /** The same of a touchpoint of which something else became. */
  Verdict of(Fate other) {
    return new Verdict(state, other, outputs, shadow, trace);
  }

  /** What became of a touchpoint. */
  public enum Fate {
    /** It is part of the customer's history. */
    FOLDED,
    /** So it is, under an id of its own: the one that it came with was used for something else. */
    REUSED_ID,
    /** The same touchpoint was seen before; nothing changed. */
    DUPLICATE,
    /** It is older than what the rulebook retains; nothing changed. */
    LATE
  }

  /**
   * What happened on the way, for metrics.
   *
   * @param missing expressions that were false because a property is missing
   * @param incomplete signals that were read while some of their touchpoints are not known
   * @param unread of which expressions what could not be read, and why, once each
   * @param evicted touchpoints that left the history
   * @param forgotten moments, decisions and values of the profile that are more than are kept
   * @param nobodys tasks that nobody owns, issued to whom these fall
   * @param withheld what was asked for and not done, and why
   */
  public record Trace(
      int missing,
      int incomplete,
      Set<Unread> unread,
      long evicted,
      int forgotten,
      int nobodys,
      List<Withheld> withheld) {
    /** Nothing happened. */
    static final Trace NOTHING = new Trace(0, 0, Set.of(), 0, 0, 0, List.of());

    /** Copies the collections. */
    public Trace {
      unread = Set.copyOf(unread);
      withheld = List.copyOf(withheld);
    }
  }
}
