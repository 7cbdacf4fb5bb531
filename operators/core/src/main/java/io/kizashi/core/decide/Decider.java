package io.kizashi.core.decide;

import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.core.decide.Verdict.Trace;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.history.Retention;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.RulebookTerm;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.known.Told;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Said;
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
  private final Worlds worlds = new Worlds();
  private final PendingOutputs outputs;
  private final HeldMessages held;

  private Decider(InForce inForce, Said said) {
    this.outputs = new PendingOutputs(said);
    this.inForce = inForce;
    this.succession = inForce.succession();
    this.rules = inForce.rules();
    this.held = new HeldMessages(inForce, worlds);
  }

  /**
   * Folds one touchpoint into a customer's state and decides.
   *
   * @param now proven time of the engine, milliseconds: touchpoints up to this, less the rulebook's
   *     disorder, have all arrived; {@link Time#UNPROVEN} while nothing is proven
   */
  public static Verdict decide(
      CustomerState state, Touchpoint touchpoint, InForce inForce, long now) {
    long proven = Math.max(now, state.clock().judgedUntil());
    long retention = inForce.rules().settings().retention();
    if (touchpoint.time() < Times.minus(proven, retention)) {
      return unchanged(state, Fate.LATE);
    }
    Optional<Arrived> arrived = Arrived.of(state, touchpoint);
    if (arrived.isEmpty()) {
      return unchanged(state, Fate.DUPLICATE);
    }
    Arrived it = arrived.get();
    Verdict verdict =
        new Decider(inForce, state.said())
            .fold(state.withSeen(it.seen(state.seen())), it.touchpoint(), now, proven);
    return it.reuses() ? verdict.of(Fate.REUSED_ID) : verdict;
  }

  /**
   * Judges what falls due; also lets a state follow rules that came into force since it was judged
   * last.
   *
   * @param now the timer's time, milliseconds; all deadlines whose judging time it has reached are
   *     judged
   */
  public static Verdict wakeUp(CustomerState state, InForce inForce, long now) {
    return new Decider(inForce, state.said()).judgeDue(state, now);
  }

  /**
   * Brings together what was said before a restart and what stands: what did not come again is
   * taken back. To be called once all touchpoints have come again that were known then, and time
   * has passed {@link Recollection#settlesAt}. No touchpoint leaves by age for it: a customer who
   * met no restart keeps what a late touchpoint may still take back.
   */
  public static Verdict settle(CustomerState state, InForce inForce) {
    Decider decider = new Decider(inForce, Said.NOTHING);
    World world = decider.worlds.uncounted(state, decider.rules);
    CustomerState settled = new Settlement(world, decider.outputs).act().withSaid(Said.NOTHING);
    return decider.verdict(state, settled, state.clock().judgedUntil());
  }

  private static Verdict unchanged(CustomerState state, Fate fate) {
    return new Verdict(state, fate, Outputs.NONE, Outputs.NONE, Trace.NOTHING);
  }

  private Verdict fold(CustomerState before, Touchpoint sent, long now, long proven) {
    Clock clock = before.clock();
    // Nothing is due up to the registered timer, so all before it counts as judged.
    long judged = clock.wakeUp() > now ? proven : clock.judgedUntil();
    Told told = Told.by(sent, before, rules.profile());
    Touchpoint touchpoint = told.touchpoint();
    worlds.misses().about(touchpoint.id());
    long time = touchpoint.time();
    Judged judgement = new Judged(told.state(), clock.wakeUp());
    for (RulebookTerm former : succession.formers()) {
      if (time <= former.until()) {
        judgement = judge(judgement, former, concerned(former, touchpoint), time, judged);
        judgement =
            judgement.with(new HarmReview(inForce, former, touchpoint, worlds, outputs)::act);
      }
    }
    RulebookTerm current = succession.current();
    List<MomentRule> concerned = concerned(current, touchpoint);
    judgement =
        succession.isFollowedBy(judgement.state())
            ? judge(judgement, current, concerned, time, judged)
            : follow(judgement, concerned, Math.min(time, certain(clock.judgedUntil())), judged);
    judgement = judgement.with(new HarmReview(inForce, current, touchpoint, worlds, outputs)::act);
    for (RulebookTerm former : following()) {
      if (time <= former.until()) {
        judgement = judge(judgement, former, concerned(former, touchpoint), time, judged);
      }
    }
    // What waited before is what the timer was set for.
    judgement = judgement.waking(held.next(outputs));
    return verdict(before, judgement.at(judged), proven, told.forgotten());
  }

  /**
   * Time goes on from one held message to the next, so that each meets what was decided by then.
   */
  private Verdict judgeDue(CustomerState before, long now) {
    long judged = Math.max(now, before.clock().judgedUntil());
    boolean due = before.clock().wakeUp() <= judged;
    CustomerState state = before;
    long next = due ? held.next(state) : Clock.NEVER;
    while (next <= judged) {
      state = held.act(judgeUpTo(state, next), next, outputs);
      next = held.next(state);
    }
    state = judgeUpTo(state, judged);
    next = due ? held.next(state) : held.next(outputs);
    Judged judgement = new Judged(state, state.clock().wakeUp()).waking(next);
    return verdict(before, judgement.at(judged), judged);
  }

  private CustomerState judgeUpTo(CustomerState before, long now) {
    Clock clock = before.clock();
    long judged = Math.max(now, clock.judgedUntil());
    long unjudged = certain(clock.judgedUntil());
    RulebookTerm current = succession.current();
    boolean due = clock.wakeUp() <= now;
    // Where nothing is due yet, what was known goes on waiting.
    Judged judgement = new Judged(before, due ? Clock.NEVER : clock.wakeUp());
    if (due) {
      judgement = judgeFormers(succession.formers(), judgement, unjudged, judged);
    }
    List<MomentRule> some = due ? due(judgement.state(), current) : List.of();
    judgement =
        succession.isFollowedBy(judgement.state())
            ? judge(judgement, current, some, unjudged, judged)
            : follow(judgement, some, unjudged, judged);
    if (due) {
      judgement = judgeFormers(following(), judgement, unjudged, judged);
    }
    return judgement.at(judged);
  }

  /** Rules of before may look for moments that those in force judge: they are asked once more. */
  private List<RulebookTerm> following() {
    return succession.formers().stream()
        .filter(former -> !former.rules().followers().isEmpty())
        .toList();
  }

  private Judged judgeFormers(
      List<RulebookTerm> formers, Judged before, long unjudged, long judged) {
    Judged judgement = before;
    for (RulebookTerm former : formers) {
      if (unjudged < former.until()) {
        judgement = judge(judgement, former, due(judgement.state(), former), unjudged, judged);
      }
    }
    return judgement;
  }

  /** Judges some rules of those in force, and beside them all that a state has not met. */
  private Judged follow(Judged before, List<MomentRule> some, long from, long judged) {
    RulebookTerm current = succession.current();
    Set<String> wanted = new HashSet<>(succession.unmetBy(before.state()));
    some.forEach(rule -> wanted.add(rule.name()));
    List<MomentRule> all =
        worlds.of(before.state(), current.rules()).started().stream()
            .filter(rule -> wanted.contains(rule.name()))
            .toList();
    return judge(
        before.with(succession::follow), current, all, Math.min(from, current.since()), judged);
  }

  /** The rules that a touchpoint may make a difference to, once it is looked at. */
  private List<MomentRule> concerned(RulebookTerm term, Touchpoint touchpoint) {
    TouchpointView view = term.rules().vocabulary().view(touchpoint);
    return term.rules().caringFor(touchpoint).stream()
        .filter(rule -> rule.concerns(view, worlds.misses()))
        .toList();
  }

  /** The rules of which something may fall due. */
  private List<MomentRule> due(CustomerState state, RulebookTerm term) {
    return worlds.of(state, term.rules()).started().stream()
        .filter(rule -> rule.pattern().awaitsSilence() || term.rules().settings().settled())
        .toList();
  }

  /** Judges some rules of a term where what happened from a time on makes a difference. */
  private Judged judge(
      Judged before, RulebookTerm term, List<MomentRule> some, long from, long judged) {
    List<MomentRule> covering =
        term.rules().followers().with(some).stream().filter(inForce::covers).toList();
    if (covering.isEmpty()) {
      return before;
    }
    World world = worlds.of(before.state(), term.rules());
    MomentChanges changes = new MomentJudge(world, term, judged).judge(covering, from);
    Conclusions conclusions = new Conclusions(inForce, world, changes, outputs);
    return before
        .with(state -> conclusions.act(state, judged, certain(judged)))
        .waking(changes.next());
  }

  /** Time up to which all touchpoints have arrived. */
  private long certain(long proven) {
    return Times.minus(proven, rules.settings().disorder());
  }

  private Verdict verdict(CustomerState before, CustomerState after, long proven) {
    return verdict(before, after, proven, 0);
  }

  private Verdict verdict(CustomerState before, CustomerState after, long proven, int forgotten) {
    CustomerState known = after.said().isNothing() ? after : after.withSaid(outputs.said());
    Retention.Kept kept =
        new Retention(rules, proven).apply(worlds.uncounted(known, rules), outputs.hasMoments());
    Outputs emitted = outputs.in(Mode.IN_EARNEST);
    Trace trace =
        new Trace(
            worlds.misses().count(),
            worlds.misses().incomplete(),
            worlds.misses().unread(),
            kept.state().history().evicted() - before.history().evicted(),
            forgotten + kept.forgotten(),
            emitted.nobodys(),
            outputs.withheld());
    return new Verdict(kept.state(), Fate.FOLDED, emitted, outputs.in(Mode.IN_SHADOW), trace);
  }
}
