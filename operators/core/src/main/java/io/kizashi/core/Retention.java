package io.kizashi.core;

import io.kizashi.core.detection.Detector;
import io.kizashi.core.detection.Times;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.MomentRule.Restart;
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
    Set<Position> gone = new HashSet<>();
    List<Touchpoint> young = new ArrayList<>();
    for (Touchpoint touchpoint : history.touchpoints()) {
      if (touchpoint.time() < cutoff()) {
        gone.add(touchpoint.position());
      } else {
        young.add(touchpoint);
      }
    }
    // What no rule looks at goes first: views must not push out the cart that a deadline hangs on.
    young.sort(Comparator.comparing(this::isWatched).thenComparing(Touchpoint::position));
    int excess = young.size() - rules.settings().touchpoints();
    young.stream().limit(Math.max(0, excess)).forEach(t -> gone.add(t.position()));
    Position floor =
        history.touchpoints().stream()
            .filter(t -> gone.contains(t.position()) && isWatched(t))
            .map(Touchpoint::position)
            .max(Comparator.naturalOrder())
            .orElse(Position.FIRST);
    return raise(state, floor)
        .withHistory(history.without(t -> gone.contains(t.position()), floor));
  }

  private boolean isWatched(Touchpoint touchpoint) {
    return !rules.caringFor(touchpoint.type()).isEmpty();
  }

  /** Remembers how far attempts block that are about to lose their anchor. */
  private CustomerState raise(CustomerState state, Position floor) {
    List<MomentRule> blocking =
        rules.moments().stream().filter(rule -> rule.restart() == Restart.FIRST).toList();
    if (blocking.isEmpty()) {
      return state;
    }
    Detector detector =
        new Detector(
            rules.settings(),
            state.history().touchpoints(),
            state.history().floor(),
            state.blocked(),
            new Misses());
    Map<String, Position> blocked = new HashMap<>();
    blocking.forEach(rule -> blocked.put(rule.name(), detector.blockedAfter(rule, floor)));
    return state.withBlocked(blocked);
  }

  private CustomerState bound(CustomerState state) {
    Position floor = state.history().floor();
    long open = rules.moments().stream().mapToLong(MomentRule::openFor).max().orElse(0);
    long forgotten = Times.minus(proven, open);
    List<DetectedMoment> moments =
        state.moments().stream()
            .filter(d -> d.anchor().isAfter(floor) || d.moment().detectedAt() >= forgotten)
            .toList();
    List<Decision> decisions = newest(state.decisions(), Bounds.DECISIONS);
    CustomerState bounded = state;
    if (moments.size() > Bounds.MOMENTS) {
      bounded = forget(state, moments.get(moments.size() - Bounds.MOMENTS - 1).anchor());
      moments = newest(moments, Bounds.MOMENTS);
    }
    if (moments.size() != state.moments().size()) {
      bounded = bounded.withMoments(moments);
    }
    return decisions.size() == state.decisions().size()
        ? bounded
        : bounded.withDecisions(decisions);
  }

  /** Forgets moments by their anchors: below the floor nothing is derived a second time. */
  private CustomerState forget(CustomerState state, Position anchor) {
    return raise(state, anchor).withHistory(state.history().without(t -> false, anchor));
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.size() <= most ? all : List.copyOf(all.subList(all.size() - most, all.size()));
  }
}
