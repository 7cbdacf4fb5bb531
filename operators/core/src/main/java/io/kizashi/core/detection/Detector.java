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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds every complete run of a rule's pattern in a history. */
public final class Detector {
  private final Settings settings;
  private final List<Touchpoint> history;
  private final Position floor;
  private final Map<String, Position> blocked;
  private final Misses misses;

  /**
   * A detector over one customer's history.
   *
   * @param history in order of (time, id)
   * @param floor attempts start strictly after this place; what lies before is incomplete
   * @param blocked by rule, the place up to which an evicted attempt blocks new ones
   */
  public Detector(
      Settings settings,
      List<Touchpoint> history,
      Position floor,
      Map<String, Position> blocked,
      Misses misses) {
    this.settings = settings;
    this.history = history;
    this.floor = floor;
    this.blocked = blocked;
    this.misses = misses;
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
    return anchor.isAfter(floor) && (rule.restart() == Restart.FIRST || anchor.time() >= from);
  }

  private List<Match> latest(MomentRule rule, long from) {
    Map<Position, Match> byLast = new LinkedHashMap<>();
    Fits fits = new Fits(rule, history, misses);
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).time() >= from && starts(fits, i)) {
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
    Position end = blocked.getOrDefault(rule.name(), Position.FIRST);
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).position().isAfter(end) && starts(fits, i)) {
        Outcome outcome = Attempt.run(rule, settings, history, i, fits);
        end = outcome.end();
        if (outcome instanceof Complete complete) {
          found.add(complete.match());
        }
      }
    }
    return found;
  }

  /**
   * Up to which place an attempt that is about to be evicted blocks newer ones.
   *
   * @param newFloor the highest place that will be evicted
   */
  public Position blockedAfter(MomentRule rule, Position newFloor) {
    Fits fits = new Fits(rule, history, misses);
    Position end = blocked.getOrDefault(rule.name(), Position.FIRST);
    for (int i = 0; i < history.size(); i++) {
      Position anchor = history.get(i).position();
      if (anchor.isAfter(newFloor)) {
        break;
      }
      if (anchor.isAfter(end) && starts(fits, i)) {
        end = Attempt.run(rule, settings, history, i, fits).end();
      }
    }
    // An attempt that still waits is lost with its anchor; it must not block for ever.
    return end.time() == Long.MAX_VALUE ? newFloor : end;
  }

  private boolean starts(Fits fits, int index) {
    return history.get(index).position().isAfter(floor) && fits.test(0, index, Bindings.none());
  }
}
