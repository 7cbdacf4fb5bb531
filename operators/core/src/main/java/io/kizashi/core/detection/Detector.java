package io.kizashi.core.detection;

import io.kizashi.core.detection.Attempt.Complete;
import io.kizashi.core.detection.Attempt.Outcome;
import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.core.rulebook.MomentRule.Restart;
import io.kizashi.core.rulebook.Rules.Settings;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds every complete run of a rule's pattern in a history. */
public final class Detector {
  private final CustomerState state;
  private final Settings settings;
  private final List<Touchpoint> history;
  private final Misses misses;

  private Detector(CustomerState state, Settings settings, Misses misses) {
    this.state = state;
    this.settings = settings;
    this.history = state.history().touchpoints();
    this.misses = misses;
  }

  /** A detector over one customer's history. */
  public static Detector over(CustomerState state, Settings settings, Misses misses) {
    return new Detector(state, settings, misses);
  }

  /**
   * The complete runs of a rule, judged or not, in order of their anchors.
   *
   * @param from anchors of an earlier time are left out, where no older attempt can block a newer
   */
  public List<Match> matches(MomentRule rule, long from) {
    return rule.restart() == Restart.FIRST ? first(rule) : latest(rule, from);
  }

  /** Whether {@link #matches} looks at anchors of this time. */
  public boolean covers(MomentRule rule, Position anchor, long from) {
    return anchor.isAfter(start(rule))
        && (rule.restart() == Restart.FIRST || anchor.time() >= from);
  }

  private List<Match> latest(MomentRule rule, long from) {
    Map<Position, Match> byLast = new LinkedHashMap<>();
    Position start = start(rule);
    Fits fits = new Fits(rule, history, misses);
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).time() >= from && starts(fits, i, start)) {
        Outcome outcome = Attempt.run(rule, settings, history, i, fits);
        if (outcome instanceof Complete complete) {
          byLast.put(complete.match().last().position(), complete.match());
        }
      }
    }
    return List.copyOf(byLast.values());
  }

  private List<Match> first(MomentRule rule) {
    List<Match> found = new ArrayList<>();
    Fits fits = new Fits(rule, history, misses);
    Position end = start(rule);
    for (int i = 0; i < history.size(); i++) {
      if (starts(fits, i, end)) {
        Outcome outcome = Attempt.run(rule, settings, history, i, fits);
        end = outcome.end();
        if (outcome instanceof Complete complete) {
          found.add(complete.match());
        }
      }
    }
    return found;
  }

  /** Up to which place no attempt of a rule starts. */
  public Position start(MomentRule rule) {
    return state.start(rule.name());
  }

  /** The places of the touchpoints that a match hangs on which is not judged yet. */
  public Set<Position> pending(MomentRule rule, long judgedUntil) {
    return matches(rule, Long.MIN_VALUE).stream()
        .filter(match -> match.judgeAt() > judgedUntil)
        .flatMap(match -> match.events().stream())
        .map(Touchpoint::position)
        .collect(Collectors.toSet());
  }

  /** Up to which place no attempt of a rule may start once some touchpoints are gone. */
  public Position startWithout(MomentRule rule, Set<Position> gone) {
    Fits fits = new Fits(rule, history, misses);
    Position highest = start(rule);
    for (int i = 0; i < history.size(); i++) {
      Position position = history.get(i).position();
      if (position.isAfter(highest) && gone.contains(position) && fits.mayFitAny(i)) {
        highest = position;
      }
    }
    return startBehind(rule, highest);
  }

  /**
   * Up to which place no attempt of a rule starts when those anchored up to a place are forgotten:
   * one that lets no newer start still blocks up to its end.
   */
  public Position startBehind(MomentRule rule, Position anchor) {
    if (rule.restart() != Restart.FIRST) {
      return anchor;
    }
    Fits fits = new Fits(rule, history, misses);
    Position end = start(rule);
    for (int i = 0; i < history.size() && !history.get(i).position().isAfter(anchor); i++) {
      if (starts(fits, i, end)) {
        end = Attempt.run(rule, settings, history, i, fits).end();
      }
    }
    // An attempt that still waits is lost with its anchor; it must not block for ever.
    return end.time() == Long.MAX_VALUE || anchor.isAfter(end) ? anchor : end;
  }

  private boolean starts(Fits fits, int index, Position after) {
    return history.get(index).position().isAfter(after) && fits.test(0, index, Bindings.none());
  }
}
