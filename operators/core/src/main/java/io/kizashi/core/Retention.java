package io.kizashi.core;

import io.kizashi.core.detection.Detector;
import io.kizashi.core.detection.Times;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.Rules;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import io.kizashi.schema.state.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a state within its bounds. What leaves never alters a judged moment: an attempt whose
 * anchor is gone is neither derived nor taken back any more.
 */
final class Retention {
  /** Age eviction waits until this part of the retention has passed over it: it is paid in bulk. */
  private static final int LAG = 8;

  private final Rules rules;
  private final long proven;

  Retention(Rules rules, long proven) {
    this.rules = rules;
    this.proven = proven;
  }

  /**
   * The state within its bounds.
   *
   * @param changed whether moments were added, so that their number must be looked at
   */
  CustomerState apply(CustomerState state, boolean changed) {
    CustomerState kept = isDue(state.history()) ? evict(state) : state;
    return changed ? bound(kept) : kept;
  }

  private long cutoff() {
    return Times.minus(proven, rules.settings().retention());
  }

  private boolean isDue(History history) {
    long lag = rules.settings().retention() / LAG;
    return history.count() > rules.settings().touchpoints() + Bounds.HISTORY_SLACK
        || history.oldest() < Times.minus(cutoff(), lag);
  }

  private CustomerState evict(CustomerState state) {
    History history = state.history();
    Detector detector = detector(state);
    Set<Position> gone = gone(history.touchpoints(), pending(detector, state));
    Map<String, Position> starts = new HashMap<>();
    for (MomentRule rule : rules.moments()) {
      starts.put(rule.name(), detector.startWithout(rule, gone));
    }
    Position highest = gone.stream().max(Comparator.naturalOrder()).orElse(Position.FIRST);
    return state
        .withBlocked(starts)
        .withHistory(history.without(t -> gone.contains(t.position()), highest));
  }

  private Set<Position> pending(Detector detector, CustomerState state) {
    Set<Position> pending = new HashSet<>();
    for (MomentRule rule : rules.moments()) {
      pending.addAll(detector.pending(rule, state.clock().judgedUntil()));
    }
    return pending;
  }

  /**
   * What is too old, and then as many as are too many: first what no rule looks at, then the
   * oldest, and last what a deadline hangs on. Views must not push out a cart.
   */
  private Set<Position> gone(List<Touchpoint> touchpoints, Set<Position> pending) {
    Set<Position> gone = new HashSet<>();
    List<Touchpoint> young = new ArrayList<>();
    for (Touchpoint touchpoint : touchpoints) {
      if (touchpoint.time() < cutoff()) {
        gone.add(touchpoint.position());
      } else {
        young.add(touchpoint);
      }
    }
    young.sort(
        Comparator.comparing((Touchpoint t) -> pending.contains(t.position()))
            .thenComparing(this::isWatched)
            .thenComparing(Touchpoint::position));
    int excess = Math.max(0, young.size() - rules.settings().touchpoints());
    young.stream().limit(excess).forEach(t -> gone.add(t.position()));
    return gone;
  }

  private boolean isWatched(Touchpoint touchpoint) {
    return !rules.caringFor(touchpoint.type()).isEmpty();
  }

  private Detector detector(CustomerState state) {
    return Detector.over(state, rules.settings(), new Misses());
  }

  private CustomerState bound(CustomerState state) {
    List<DetectedMoment> moments =
        state.moments().stream().filter(detected -> isKept(detected, state)).toList();
    List<Decision> decisions = newest(state.decisions(), Bounds.DECISIONS);
    CustomerState bounded = state;
    if (moments.size() > Bounds.MOMENTS) {
      bounded = forget(state, moments.subList(0, moments.size() - Bounds.MOMENTS));
      moments = newest(moments, Bounds.MOMENTS);
    }
    if (moments.size() != state.moments().size()) {
      bounded = bounded.withMoments(moments);
    }
    return decisions.size() == state.decisions().size()
        ? bounded
        : bounded.withDecisions(decisions);
  }

  /** A moment is kept while it can be derived again, and while it may wait for an answer. */
  private boolean isKept(DetectedMoment detected, CustomerState state) {
    String rule = detected.moment().rule();
    long openFor = rules.moment(rule).map(MomentRule::openFor).orElse(0L);
    return detected.anchor().isAfter(state.start(rule))
        || detected.moment().detectedAt() >= Times.minus(proven, openFor);
  }

  /** Moments that are forgotten are not derived a second time. */
  private CustomerState forget(CustomerState state, List<DetectedMoment> moments) {
    Detector detector = detector(state);
    Map<String, Position> starts = new HashMap<>(state.blocked());
    for (DetectedMoment detected : moments) {
      rules
          .moment(detected.moment().rule())
          .map(rule -> detector.startBehind(rule, detected.anchor()))
          .ifPresent(
              start ->
                  starts.merge(detected.moment().rule(), start, (a, b) -> a.isAfter(b) ? a : b));
    }
    return state.withBlocked(starts);
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.size() <= most ? all : List.copyOf(all.subList(all.size() - most, all.size()));
  }
}
