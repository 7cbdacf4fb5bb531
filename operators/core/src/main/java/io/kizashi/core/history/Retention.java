package io.kizashi.core.history;

import io.kizashi.core.detect.Detector;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import io.kizashi.schema.state.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a state within its bounds: touchpoints by age and number, moments and decisions by number.
 *
 * <p>What leaves never alters a judged moment. An attempt that hangs on something that is gone is
 * neither derived nor taken back any more: its rule starts behind it from then on. What deadlines
 * and answers still hang on leaves last.
 *
 * <p>Eviction is paid in bulk, once in as many touchpoints as there is slack or once in an eighth
 * of the retention. It judges every rule that the history starts without a horizon, so it costs as
 * much as {@link Detector} for each, and O(n log n) for the order in which n touchpoints leave;
 * between two evictions a verdict pays two comparisons.
 */
public final class Retention {
  /** Age eviction waits until this part of the retention has passed over it: it is paid in bulk. */
  private static final int LAG = 8;

  private final Rules rules;
  private final long proven;
  private final Follows follows;

  /**
   * Bounds for states that follow some rules.
   *
   * @param proven time up to which the state is judged, milliseconds; {@link Time#UNPROVEN} while
   *     nothing is
   */
  public Retention(Rules rules, long proven) {
    this.rules = rules;
    this.proven = proven;
    this.follows = new Follows(rules);
  }

  /**
   * What is left of a state.
   *
   * @param forgotten how many moments and decisions are gone because there are too many
   */
  public record Kept(CustomerState state, int forgotten) {}

  /**
   * The state within its bounds.
   *
   * @param world of the state, with misses that nobody counts: what is evicted was looked at before
   * @param changed whether moments were added, so that their number must be looked at
   */
  public Kept apply(World world, boolean changed) {
    CustomerState state = world.state();
    CustomerState kept = isDue(state.history()) ? evict(world) : state;
    return changed ? bound(kept, world) : new Kept(kept, 0);
  }

  private long cutoff() {
    return Times.minus(proven, rules.settings().retention());
  }

  /** The end of a session lies behind its last touchpoint, and is as old as it lies. */
  private long agedBefore() {
    return rules.looksForSessions()
        ? Times.minus(cutoff(), rules.settings().sessions().gap())
        : cutoff();
  }

  /** The latest place at which a touchpoint makes a difference: the end of its session. */
  private Position latest(Touchpoint touchpoint, List<Touchpoint> history) {
    Sessions sessions = rules.settings().sessions();
    if (rules.caringFor(touchpoint).stream().anyMatch(MomentRule::countsSession)) {
      Position last = sessions.lastOf(history, touchpoint.position());
      return Position.after(Times.plus(last.time(), sessions.gap()));
    }
    return rules.looksForSessions()
        ? Position.after(Times.plus(touchpoint.time(), sessions.gap()))
        : touchpoint.position();
  }

  private boolean isDue(History history) {
    long overdue = Times.minus(cutoff(), rules.settings().retention() / LAG);
    return history.count() > rules.settings().touchpoints() + Bounds.HISTORY_SLACK
        || (history.oldest() < overdue && history.floor().time() < overdue);
  }

  private CustomerState evict(World world) {
    CustomerState state = world.state();
    Detector detector = new Detector(world);
    List<Touchpoint> touchpoints = state.history().touchpoints();
    Set<Position> gone =
        gone(touchpoints, new Pending(detector, world.started(), unanswered(world), state));
    Map<String, Position> starts = new HashMap<>();
    Map<String, Position> busy = new HashMap<>();
    for (MomentRule rule : affected(touchpoints, gone)) {
      Position start = detector.startWithout(rule, gone);
      starts.put(rule.name(), start);
      busy.put(rule.name(), detector.busyWithout(rule, start));
    }
    History history = state.history().without(t -> gone.contains(t.position()), floor(gone));
    CustomerState left = state.withStarts(starts, busy, rules.ref().hash()).withHistory(history);
    return new EvictionProjector(world, gone, Math.min(cutoff(), history.oldest())).projectOn(left);
  }

  /**
   * Ids of the touchpoints that decisions to come may read: those of moments that are open, and of
   * those whose answer waits to be sent; and of each the one by which it is over.
   */
  private Set<String> unanswered(World world) {
    CustomerState state = world.state();
    Set<String> answered =
        state.decisions().stream()
            .filter(decision -> decision.standing() && !decision.held())
            .filter(it -> Mode.of(state, it.recommendation().id()) == Mode.IN_EARNEST)
            .map(decision -> decision.recommendation().moment().id())
            .collect(Collectors.toSet());
    Set<String> held = held(state);
    return state.moments().stream()
        .filter(it -> !answered.contains(it.moment().id()))
        .filter(it -> held.contains(it.moment().id()) || (isOpen(it) && isAnswerable(it)))
        .map(DetectedMoment::moment)
        .flatMap(
            moment ->
                Stream.concat(
                    moment.evidence().stream(), world.ender(moment).map(Touchpoint::id).stream()))
        .collect(Collectors.toSet());
  }

  /** Whether a cause may still come that lies within its time. */
  private boolean isOpen(DetectedMoment detected) {
    long openFor = rules.moment(detected.moment().rule()).map(MomentRule::openFor).orElse(0L);
    long certain = Times.minus(proven, rules.settings().disorder());
    return detected.moment().detectedAt() >= Times.minus(certain, openFor);
  }

  private boolean isAnswerable(DetectedMoment detected) {
    return !rules.answering(detected.moment().rule()).isEmpty();
  }

  private Collection<MomentRule> affected(List<Touchpoint> touchpoints, Set<Position> gone) {
    Map<String, MomentRule> affected = new LinkedHashMap<>();
    touchpoints.stream()
        .filter(touchpoint -> gone.contains(touchpoint.position()))
        .flatMap(touchpoint -> rules.caringFor(touchpoint).stream())
        .forEach(rule -> affected.put(rule.name(), rule));
    return affected.values();
  }

  /** What is older than the retention counts as gone, even where a deadline keeps it. */
  private Position floor(Set<Position> gone) {
    Position highest = gone.stream().max(Comparator.naturalOrder()).orElse(Position.FIRST);
    Position old = proven == Time.UNPROVEN ? Position.FIRST : Position.after(cutoff() - 1);
    return old.isAfter(highest) ? old : highest;
  }

  /** What deadlines hang on that are not judged yet, and what may still be read by decisions. */
  private static final class Pending {
    private final Map<String, Position> oldest = new HashMap<>();
    private final Set<Position> places = new HashSet<>();

    Pending(Detector detector, List<MomentRule> started, Set<String> read, CustomerState state) {
      state.history().touchpoints().stream()
          .filter(touchpoint -> read.contains(touchpoint.id()))
          .forEach(touchpoint -> places.add(touchpoint.position()));
      for (MomentRule rule : started) {
        detector
            .pending(rule, state.clock().judgedUntil())
            .forEach(
                place -> {
                  places.add(place);
                  // What lies in its instant may break its silence, whatever the ids.
                  Position instant = Position.before(place.time());
                  oldest.merge(rule.name(), instant, (a, b) -> a.isAfter(b) ? b : a);
                });
      }
    }

    boolean holds(Touchpoint touchpoint) {
      return places.contains(touchpoint.position());
    }

    /** Whether one of some rules has a deadline hanging on a place, or on an older one. */
    boolean reaches(List<MomentRule> caring, Position place) {
      return !oldest.isEmpty()
          && caring.stream()
              .map(rule -> oldest.get(rule.name()))
              .anyMatch(from -> from != null && !from.isAfter(place));
    }
  }

  /**
   * What is too old, and then as many as are too many: first what no rule looks at, then the
   * oldest, and last what a deadline or a decision hangs on. By age alone, views that no rule reads
   * would push out the cart that a deadline waits for, and its moment would never be detected.
   */
  private Set<Position> gone(List<Touchpoint> touchpoints, Pending pending) {
    Set<Position> gone = new HashSet<>();
    List<Touchpoint> kept = new ArrayList<>();
    for (Touchpoint touchpoint : touchpoints) {
      if (touchpoint.time() < agedBefore()
          && !pending.holds(touchpoint)
          && !pending.reaches(rules.caringFor(touchpoint), latest(touchpoint, touchpoints))) {
        gone.add(touchpoint.position());
      } else {
        kept.add(touchpoint);
      }
    }
    kept.sort(
        Comparator.comparing(pending::holds)
            .thenComparing(touchpoint -> !rules.caringFor(touchpoint).isEmpty())
            .thenComparing(Touchpoint::position));
    int excess = Math.max(0, kept.size() - rules.settings().touchpoints());
    kept.stream().limit(excess).forEach(touchpoint -> gone.add(touchpoint.position()));
    return gone;
  }

  private Kept bound(CustomerState state, World world) {
    Set<String> awaited = awaited(state);
    World now = world.after(state, new Misses());
    Set<String> followed = follows.awaited(now);
    if (!rules.followers().isEmpty()) {
      followed.addAll(unanswered(now));
    }
    List<DetectedMoment> moments =
        state.moments().stream()
            .filter(
                it ->
                    awaited.contains(it.moment().id())
                        || followed.contains(it.moment().id())
                        || isKept(it, state))
            .toList();
    CustomerState bounded = follows.without(now, moments);
    int forgotten = 0;
    if (moments.size() > Bounds.MOMENTS) {
      Set<DetectedMoment> last = lastOnes(moments, followed);
      Set<DetectedMoment> leaving =
          moments.stream()
              .filter(it -> !awaited.contains(it.moment().id()))
              .sorted(Comparator.comparing(last::contains))
              .limit(moments.size() - Bounds.MOMENTS)
              .collect(Collectors.toSet());
      bounded = forget(now.after(bounded, new Misses()), leaving);
      moments = moments.stream().filter(it -> !leaving.contains(it)).toList();
      forgotten = leaving.size();
    }
    if (moments.size() != state.moments().size()) {
      bounded = bounded.withMoments(moments);
    }
    List<Decision> decisions = DecisionBound.of(bounded, rules, proven);
    if (decisions.size() != state.decisions().size()) {
      forgotten += state.decisions().size() - decisions.size();
      bounded = bounded.withDecisions(decisions);
    }
    return new Kept(forgetShadow(bounded), forgotten);
  }

  /**
   * The newest of each rule of which only one in a while counts, as it keeps others from counting;
   * and those that rules follow.
   */
  private Set<DetectedMoment> lastOnes(List<DetectedMoment> moments, Set<String> followed) {
    Map<String, DetectedMoment> last = new HashMap<>();
    for (DetectedMoment detected : moments) {
      String name = detected.moment().rule();
      if (rules.moment(name).filter(rule -> rule.oncePer() > 0).isPresent()) {
        last.put(name, detected);
      }
    }
    Set<DetectedMoment> all = new HashSet<>(last.values());
    moments.stream().filter(it -> followed.contains(it.moment().id())).forEach(all::add);
    return all;
  }

  /** Ids of the moments that something answers which waits to be sent. */
  private static Set<String> held(CustomerState state) {
    return state.decisions().stream()
        .filter(Decision::held)
        .map(decision -> decision.recommendation().moment().id())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Those, and the ids of the moments that were said before a restart and are not settled:
   * forgotten, they would be taken back. Their touchpoints may go: what was decided on them is said
   * as well, and with more touchpoints kept than before the restart others would be missing.
   */
  private static Set<String> awaited(CustomerState state) {
    Set<String> awaited = held(state);
    state.said().moments().forEach(moment -> awaited.add(moment.id()));
    state.said().recommendations().forEach(said -> awaited.add(said.moment().id()));
    return awaited;
  }

  private static CustomerState forgetShadow(CustomerState state) {
    if (state.shadow().isEmpty()) {
      return state;
    }
    Set<String> known = new HashSet<>();
    state.moments().forEach(detected -> known.add(detected.moment().id()));
    state.decisions().forEach(decision -> known.add(decision.recommendation().id()));
    state.said().ids().forEach(known::add);
    known.retainAll(state.shadow());
    return known.size() == state.shadow().size() ? state : state.withShadow(known);
  }

  /**
   * A moment is kept while it can be derived again, while it may wait for an answer, and while it
   * keeps others from counting.
   */
  private boolean isKept(DetectedMoment detected, CustomerState state) {
    String name = detected.moment().rule();
    long detectedAt = detected.moment().detectedAt();
    Optional<MomentRule> rule = rules.moment(name);
    long oncePer = rule.map(MomentRule::oncePer).orElse(0L);
    long oldest = rule.map(it -> Follows.oldest(it, state)).orElse(Long.MAX_VALUE);
    long derivable = Math.min(Math.min(cutoff(), state.history().oldest()), oldest);
    return detected.anchor().isAfter(state.start(name, rules.ref().hash()))
        || isOpen(detected)
        || (detectedAt >= cutoff() && !rules.followers().of(name).isEmpty())
        || (oncePer > 0 && detectedAt > Times.minus(derivable, oncePer));
  }

  /**
   * Moments that are forgotten are not derived a second time; nor is what they would keep from
   * counting, if they were known.
   */
  private CustomerState forget(World world, Set<DetectedMoment> moments) {
    Detector detector = new Detector(world);
    Map<String, Position> starts = new HashMap<>();
    Map<String, Position> busy = new HashMap<>();
    for (DetectedMoment detected : moments) {
      Optional<MomentRule> known = rules.moment(detected.moment().rule());
      if (known.isPresent()) {
        MomentRule rule = known.get();
        Position old = starts.getOrDefault(rule.name(), detector.start(rule));
        Position own = silent(rule, detected);
        Position start = old.isAfter(own) ? old : own;
        starts.put(rule.name(), start);
        busy.put(rule.name(), detector.busyWithout(rule, start));
        follows.without(detector, detected, starts, busy);
      }
    }
    return world.state().withStarts(starts, busy, rules.ref().hash());
  }

  /** Up to where a rule must start no attempt once one of its moments is forgotten. */
  private static Position silent(MomentRule rule, DetectedMoment forgotten) {
    if (rule.oncePer() == 0) {
      return forgotten.anchor();
    }
    long next = Times.plus(forgotten.moment().detectedAt(), rule.oncePer());
    Position counting = Position.before(next);
    return counting.isAfter(forgotten.anchor()) ? counting : forgotten.anchor();
  }
}
