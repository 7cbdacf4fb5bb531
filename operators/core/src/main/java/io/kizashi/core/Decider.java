package io.kizashi.core;

import io.kizashi.core.Verdict.Fate;
import io.kizashi.core.Verdict.Trace;
import io.kizashi.core.decision.Arbiter;
import io.kizashi.core.decision.Cause;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import io.kizashi.schema.state.Profile;
import io.kizashi.schema.state.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folds touchpoints into a customer's state and decides what to do. Pure: the same arguments give
 * the same verdict.
 *
 * <p>A deadline is judged by {@link #wakeUp} only, never by the touchpoint that happens to come
 * next; so it makes no difference how far time was proven when a touchpoint arrived.
 */
public final class Decider {
  private final Rules rules;
  private final Misses misses = new Misses();
  private final List<Moment> moments = new ArrayList<>();
  private final List<Recommendation> recommendations = new ArrayList<>();

  private Decider(Rules rules) {
    this.rules = rules;
  }

  /**
   * Folds one touchpoint into a customer's state and decides.
   *
   * @param now proven time of the engine, milliseconds: touchpoints up to this, less the rulebook's
   *     disorder, have all arrived; {@link Long#MIN_VALUE} while nothing is proven
   */
  public static Verdict decide(CustomerState state, Touchpoint touchpoint, Rules rules, long now) {
    long proven = Math.max(now, state.clock().judgedUntil());
    if (touchpoint.time() < Times.minus(proven, rules.settings().retention())) {
      return unchanged(state, Fate.LATE);
    }
    Optional<Seen> seen = state.seen().with(touchpoint.id());
    if (seen.isEmpty()) {
      return unchanged(state, Fate.DUPLICATE);
    }
    return new Decider(rules).fold(state.withSeen(seen.get()), touchpoint, now, proven);
  }

  /**
   * Judges what falls due.
   *
   * @param now the timer's time, milliseconds; all deadlines whose judging time it has reached are
   *     judged
   */
  public static Verdict wakeUp(CustomerState state, Rules rules, long now) {
    return new Decider(rules).judgeDue(state, now);
  }

  private static Verdict unchanged(CustomerState state, Fate fate) {
    return new Verdict(state, fate, List.of(), List.of(), Trace.NOTHING);
  }

  private Verdict fold(CustomerState before, Touchpoint touchpoint, long now, long proven) {
    Clock clock = before.clock();
    // Nothing is due up to the registered timer, so all before it counts as judged.
    long judged = clock.wakeUp() > now ? proven : clock.judgedUntil();
    CustomerState state = before.withHistory(before.history().with(touchpoint));
    if (touchpoint.type().equals(Profile.TYPE)) {
      state = state.withProfile(state.profile().with(touchpoint));
    }
    List<MomentRule> caring = rules.caringFor(touchpoint);
    long wakeUp = clock.wakeUp();
    if (!caring.isEmpty()) {
      Judgement judgement = new Judgement(state, rules, judged, misses);
      caring.forEach(rule -> judgement.judge(rule, anchorsFrom(touchpoint.time(), rule)));
      wakeUp = Math.min(wakeUp, judgement.nextDeadline());
      state = act(state, judgement, certain(proven));
    }
    return verdict(before, state.withClock(new Clock(judged, wakeUp)), proven);
  }

  private Verdict judgeDue(CustomerState before, long now) {
    long judgedBefore = before.clock().judgedUntil();
    long judged = Math.max(now, judgedBefore);
    Judgement judgement = new Judgement(before, rules, judged, misses);
    long unjudged = certain(judgedBefore);
    rules.startedBy(judgement.world().touchpoints()).stream()
        .filter(rule -> rule.pattern().awaitsSilence() || rules.settings().settled())
        .forEach(rule -> judgement.judge(rule, anchorsFrom(unjudged, rule)));
    CustomerState state = act(before, judgement, certain(judged));
    Clock clock = new Clock(judged, judgement.nextDeadline());
    return verdict(before, state.withClock(clock), judged);
  }

  /** Time up to which all touchpoints have arrived. */
  private long certain(long proven) {
    return Times.minus(proven, rules.settings().disorder());
  }

  /** The time of the oldest anchor from which an attempt may reach a time. */
  private static long anchorsFrom(long time, MomentRule rule) {
    return Times.minus(time, rule.pattern().horizon());
  }

  private CustomerState act(CustomerState before, Judgement judgement, long certain) {
    if (judgement.fallen().isEmpty() && judgement.risen().isEmpty()) {
      return before;
    }
    judgement.fallen().forEach(moment -> moments.add(moment.retracted()));
    CustomerState state = withdraw(before.withMoments(judgement.standing()));
    Set<Cause> causes = new TreeSet<>();
    for (DetectedMoment detected : judgement.risen()) {
      moments.add(detected.moment());
      causes.add(new Cause(detected.end()));
    }
    Arbiter arbiter = new Arbiter(rules, judgement.world());
    for (Cause cause : causes) {
      Optional<Recommendation> chosen = arbiter.decide(state, cause, certain);
      if (chosen.isPresent()) {
        recommendations.add(chosen.get());
        state = remember(state, chosen.get());
      }
    }
    return state;
  }

  /** Takes back what answers a moment that no longer stands. */
  private CustomerState withdraw(CustomerState state) {
    Set<String> standing = new HashSet<>();
    state.moments().forEach(detected -> standing.add(detected.moment().id()));
    Set<String> fallen = new HashSet<>();
    moments.forEach(moment -> fallen.add(moment.id()));
    fallen.removeAll(standing);
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : state.decisions()) {
      boolean falls =
          decision.standing() && fallen.contains(decision.recommendation().moment().id());
      if (falls) {
        recommendations.add(decision.recommendation().retracted());
      }
      decisions.add(falls ? new Decision(decision.recommendation(), false) : decision);
    }
    return decisions.equals(state.decisions()) ? state : state.withDecisions(decisions);
  }

  private static CustomerState remember(CustomerState state, Recommendation chosen) {
    List<Decision> decisions = new ArrayList<>(state.decisions());
    decisions.add(new Decision(chosen.withoutReasoning(), true));
    return state.withDecisions(decisions);
  }

  private Verdict verdict(CustomerState before, CustomerState after, long proven) {
    CustomerState bounded = new Retention(rules, proven).apply(after, !moments.isEmpty());
    Trace trace =
        new Trace(
            misses.count(),
            misses.incomplete(),
            bounded.history().evicted() - before.history().evicted());
    return new Verdict(bounded, Fate.FOLDED, moments, recommendations, trace);
  }
}
