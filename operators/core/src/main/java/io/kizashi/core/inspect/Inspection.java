package io.kizashi.core.inspect;

import io.kizashi.core.detect.Courses;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.reply.Course;
import io.kizashi.schema.reply.Decided;
import io.kizashi.schema.reply.Reply.Finding;
import io.kizashi.schema.reply.Reply.Kept;
import io.kizashi.schema.reply.Reply.Known;
import io.kizashi.schema.reply.Reply.Unknown;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.Optional;

/**
 * Tells what is known of a customer: how far each rule came, what was decided, and what keeps
 * messages back. Pure, and the state stays as it is.
 *
 * <p>It costs about what judging all rules on one touchpoint costs, and the arbitration of the few
 * moments that nothing answers.
 */
public final class Inspection {
  /** Rules that are told of; a person reads no more. */
  private static final int RULES = 32;

  private static final int DECISIONS = 8;
  private static final int UNREAD = 8;

  private Inspection() {}

  /**
   * What is known of a customer.
   *
   * @param now proven time of the engine, milliseconds; {@link Time#UNPROVEN} while none is
   */
  public static Finding of(CustomerState state, InForce inForce, long now) {
    List<Touchpoint> history = state.history().touchpoints();
    boolean isMet =
        !history.isEmpty() || !state.moments().isEmpty() || !state.decisions().isEmpty();
    return isMet ? known(state, inForce, now) : new Unknown();
  }

  private static Known known(CustomerState state, InForce inForce, long now) {
    Rules rules = inForce.rules();
    List<Touchpoint> history = state.history().touchpoints();
    Optional<Touchpoint> newest =
        history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    Misses misses = new Misses();
    newest.ifPresent(touchpoint -> misses.about(touchpoint.id()));
    World world = World.of(state, rules, misses);
    long judged = judged(state.clock(), now);
    List<Course> courses =
        rules.moments().stream()
            .filter(inForce::covers)
            .flatMap(rule -> Courses.in(world, rule, judged).stream())
            .toList();
    // What is asked from here on is no matter of the newest touchpoint.
    List<String> unread = misses.unread().stream().map(it -> it.place()).distinct().toList();
    long asked = Math.max(now, newest.map(Touchpoint::time).orElse(Time.UNPROVEN));
    List<Decided> decided = new PastDecisions(state, inForce).all();
    return new Known(
        rules.ref(),
        kept(state, history),
        courses.stream().limit(RULES).toList(),
        decided.stream().limit(DECISIONS).toList(),
        new Restraining(state, inForce.rules(), asked).restraints(),
        inForce.pauses(),
        unread.stream().limit(UNREAD).toList(),
        Math.max(0, courses.size() - RULES) + Math.max(0, decided.size() - DECISIONS));
  }

  /** Nothing is due up to the registered timer, so all before it counts as judged. */
  private static long judged(Clock clock, long now) {
    return clock.wakeUp() > now ? Math.max(now, clock.judgedUntil()) : clock.judgedUntil();
  }

  private static Kept kept(CustomerState state, List<Touchpoint> history) {
    boolean none = history.isEmpty();
    return new Kept(
        history.size(),
        none ? Time.UNPROVEN : history.get(0).time(),
        none ? Time.UNPROVEN : history.get(history.size() - 1).time(),
        state.moments().size(),
        state.decisions().size(),
        state.clock().wakeUp());
  }
}
