package io.kizashi.core.decide;

import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.core.decide.Verdict.Trace;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.history.Retention;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.inforce.Term;
import io.kizashi.core.known.Consents;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Profile;
import io.kizashi.schema.state.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds touchpoints into a customer's state and decides what to do. Pure: the same arguments give
 * the same verdict.
 *
 * <p>A deadline is judged by {@link #wakeUp} only, never by the touchpoint that happens to come
 * next; so it makes no difference how far time was proven when a touchpoint arrived.
 */
public final class Decider {
  private final InForce inForce;
  private final Succession succession;
  private final Rules rules;
  private final Misses misses = new Misses();
  private final Effects effects = new Effects();
  private final HeldMessages sending;
  private long wakeUp = Clock.NEVER;

  private Decider(InForce inForce) {
    this.inForce = inForce;
    this.succession = inForce.succession();
    this.rules = inForce.rules();
    this.sending = new HeldMessages(inForce, misses);
  }

  /**
   * Folds one touchpoint into a customer's state and decides.
   *
   * @param now proven time of the engine, milliseconds: touchpoints up to this, less the rulebook's
   *     disorder, have all arrived; {@link Long#MIN_VALUE} while nothing is proven
   */
  public static Verdict decide(
      CustomerState state, Touchpoint touchpoint, InForce inForce, long now) {
    long proven = Math.max(now, state.clock().judgedUntil());
    long retention = inForce.rules().settings().retention();
    if (touchpoint.time() < Times.minus(proven, retention)) {
      return unchanged(state, Fate.LATE);
    }
    Optional<Seen> seen = state.seen().with(touchpoint.id());
    if (seen.isEmpty()) {
      return unchanged(state, Fate.DUPLICATE);
    }
    Touchpoint enriched = Outcomes.enriched(touchpoint, state);
    return new Decider(inForce).fold(state.withSeen(seen.get()), enriched, now, proven);
  }

  /**
   * Judges what falls due; also lets a state follow rules that came into force since it was judged
   * last.
   *
   * @param now the timer's time, milliseconds; all deadlines whose judging time it has reached are
   *     judged
   */
  public static Verdict wakeUp(CustomerState state, InForce inForce, long now) {
    return new Decider(inForce).judgeDue(state, now);
  }

  private static Verdict unchanged(CustomerState state, Fate fate) {
    return new Verdict(state, fate, Outputs.NONE, Outputs.NONE, Trace.NOTHING);
  }

  private Verdict fold(CustomerState before, Touchpoint touchpoint, long now, long proven) {
    Clock clock = before.clock();
    // Nothing is due up to the registered timer, so all before it counts as judged.
    long judged = clock.wakeUp() > now ? proven : clock.judgedUntil();
    wakeUp = clock.wakeUp();
    CustomerState state = told(before, touchpoint);
    long time = touchpoint.time();
    for (Term former : succession.formers()) {
      if (time <= former.until()) {
        state = judge(state, former, concerned(former, touchpoint), time, judged);
        state = new HarmReview(inForce, former, touchpoint, misses).act(state, effects);
      }
    }
    List<MomentRule> concerned = concerned(succession.current(), touchpoint);
    if (succession.isFollowedBy(state)) {
      state = judge(state, succession.current(), concerned, time, judged);
    } else {
      long from = Math.min(time, certain(clock.judgedUntil()));
      state = follow(state, concerned, from, judged);
    }
    state = new HarmReview(inForce, succession.current(), touchpoint, misses).act(state, effects);
    // What waited before is what the timer was set for.
    wakeUp = Math.min(wakeUp, sending.next(effects));
    return verdict(before, state.withClock(new Clock(judged, wakeUp)), proven);
  }

  /** The state that knows what a touchpoint tells. */
  private static CustomerState told(CustomerState before, Touchpoint touchpoint) {
    Profile profile = before.profile();
    Profile told =
        touchpoint.type().equals(Profile.TYPE)
            ? profile.with(touchpoint)
            : Consents.after(profile, touchpoint);
    CustomerState state = before.withHistory(before.history().with(touchpoint));
    state = Outcomes.noted(state, touchpoint);
    return told.equals(profile) ? state : state.withProfile(told);
  }

  /**
   * Time goes on from one held message to the next, so that each meets what was decided by then.
   */
  private Verdict judgeDue(CustomerState before, long now) {
    long judged = Math.max(now, before.clock().judgedUntil());
    boolean due = before.clock().wakeUp() <= judged;
    CustomerState state = before;
    long next = due ? sending.next(state) : Clock.NEVER;
    while (next <= judged) {
      state = sending.act(judgeUpTo(state, next), next, effects);
      next = sending.next(state);
    }
    state = judgeUpTo(state, judged);
    next = due ? sending.next(state) : sending.next(effects);
    long wake = Math.min(state.clock().wakeUp(), next);
    return verdict(before, state.withClock(new Clock(judged, wake)), judged);
  }

  private CustomerState judgeUpTo(CustomerState before, long now) {
    long judgedBefore = before.clock().judgedUntil();
    long judged = Math.max(now, judgedBefore);
    wakeUp = Clock.NEVER;
    long unjudged = certain(judgedBefore);
    boolean due = before.clock().wakeUp() <= now;
    CustomerState state = before;
    if (due) {
      state = judgeFormers(state, unjudged, judged);
    } else {
      wakeUp = before.clock().wakeUp(); // nothing that was known falls due yet
    }
    Term current = succession.current();
    List<MomentRule> some = due ? due(state, current) : List.of();
    state =
        succession.isFollowedBy(state)
            ? judge(state, current, some, unjudged, judged)
            : follow(state, some, unjudged, judged);
    return state.withClock(new Clock(judged, wakeUp));
  }

  private CustomerState judgeFormers(CustomerState before, long unjudged, long judged) {
    CustomerState state = before;
    for (Term former : succession.formers()) {
      if (unjudged < former.until()) {
        state = judge(state, former, due(state, former), unjudged, judged);
      }
    }
    return state;
  }

  /** Judges some rules of those in force, and beside them all that a state has not met. */
  private CustomerState follow(
      CustomerState before, List<MomentRule> some, long from, long judged) {
    Term current = succession.current();
    Set<String> wanted = new HashSet<>(succession.unmetBy(before));
    some.forEach(rule -> wanted.add(rule.name()));
    List<MomentRule> all =
        rules.startedBy(timeline(before, current)).stream()
            .filter(rule -> wanted.contains(rule.name()))
            .toList();
    return judge(succession.follow(before), current, all, Math.min(from, current.since()), judged);
  }

  /** The rules that a touchpoint may make a difference to, once it is looked at. */
  private List<MomentRule> concerned(Term term, Touchpoint touchpoint) {
    TouchpointView view = term.rules().vocabulary().view(touchpoint);
    return term.rules().caringFor(touchpoint).stream()
        .filter(rule -> rule.concerns(view, misses))
        .toList();
  }

  /** The rules of which something may fall due. */
  private List<MomentRule> due(CustomerState state, Term term) {
    return term.rules().startedBy(timeline(state, term)).stream()
        .filter(rule -> rule.pattern().awaitsSilence() || term.rules().settings().settled())
        .toList();
  }

  private List<Touchpoint> timeline(CustomerState state, Term term) {
    return World.of(state, term.rules(), misses).touchpoints();
  }

  /** Judges some rules of a term where what happened from a time on makes a difference. */
  private CustomerState judge(
      CustomerState state, Term term, List<MomentRule> some, long from, long judged) {
    List<MomentRule> covering = some.stream().filter(inForce::covers).toList();
    if (covering.isEmpty()) {
      return state;
    }
    Judgement judgement = new Judgement(state, term, judged, misses);
    covering.forEach(rule -> judgement.judge(rule, anchorsFrom(from, rule)));
    wakeUp = Math.min(wakeUp, judgement.nextDeadline());
    Conclusions answering = new Conclusions(inForce, term.rules(), judgement, effects);
    return answering.act(state, certain(judged));
  }

  /** Time up to which all touchpoints have arrived. */
  private long certain(long proven) {
    return Times.minus(proven, rules.settings().disorder());
  }

  /** The time of the oldest anchor from which an attempt may reach a time. */
  private static long anchorsFrom(long time, MomentRule rule) {
    return Times.minus(time, rule.pattern().horizon());
  }

  private Verdict verdict(CustomerState before, CustomerState after, long proven) {
    CustomerState bounded = new Retention(rules, proven).apply(after, effects.hasMoments());
    Trace trace =
        new Trace(
            misses.count(),
            misses.incomplete(),
            bounded.history().evicted() - before.history().evicted(),
            effects.withheld());
    return new Verdict(bounded, Fate.FOLDED, effects.inEarnest(), effects.inShadow(), trace);
  }
}
