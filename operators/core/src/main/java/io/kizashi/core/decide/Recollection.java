package io.kizashi.core.decide;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Said;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Gives states that come from a checkpoint what was said after it. {@link Decider#settle} ends what
 * begins here.
 */
public final class Recollection {
  private Recollection() {}

  /**
   * A state that knows that a moment was said, or taken back; the last word comes last.
   *
   * @param mode whether it was said in earnest or only noted
   */
  public static CustomerState of(CustomerState state, Moment said, Mode mode) {
    return isForgotten(said, state)
        ? state
        : noted(state.withSaid(state.said().then(said)), said.id(), mode);
  }

  /**
   * A state that knows that a recommendation was issued, or taken back; the last word comes last.
   *
   * @param mode whether it was said in earnest or only noted
   */
  public static CustomerState of(CustomerState state, Recommendation said, Mode mode) {
    return noted(state.withSaid(state.said().then(said)), said.id(), mode);
  }

  private static CustomerState noted(CustomerState state, String id, Mode mode) {
    Set<String> shadow = new HashSet<>(state.shadow());
    boolean changed =
        switch (mode) {
          case IN_EARNEST -> false;
          case IN_SHADOW -> shadow.add(id);
        };
    return changed ? state.withShadow(shadow) : state;
  }

  /**
   * Whether a moment was known before the checkpoint, and is not any more: its first touchpoint has
   * left the history, so that it can neither come again nor fall.
   */
  private static boolean isForgotten(Moment said, CustomerState state) {
    String anchor = said.evidence().get(0);
    return state.moments().stream().noneMatch(it -> it.moment().id().equals(said.id()))
        && state.seen().with(anchor).isEmpty()
        && state.history().touchpoints().stream().map(Touchpoint::id).noneMatch(anchor::equals);
  }

  /**
   * The proven time by which all was judged that was said of a customer; milliseconds, {@link
   * Time#UNPROVEN} where nothing was said that is not settled.
   */
  public static long settlesAt(CustomerState state, InForce inForce) {
    Said said = state.said();
    LongStream times =
        LongStream.concat(
            said.moments().stream().mapToLong(Moment::detectedAt),
            said.recommendations().stream()
                .mapToLong(it -> Math.max(it.decidedAt(), it.plan().sendAt())));
    long disorder = inForce.rules().settings().disorder();
    return times.map(time -> Times.plus(time, disorder)).max().orElse(Time.UNPROVEN);
  }
}
