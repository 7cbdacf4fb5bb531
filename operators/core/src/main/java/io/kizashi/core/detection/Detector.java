package io.kizashi.core.detection;

import io.kizashi.core.detection.Attempt.Complete;
import io.kizashi.core.detection.Attempt.Outcome;
import io.kizashi.core.detection.World.Seen;
import io.kizashi.core.rulebook.MomentRule;
import io.kizashi.schema.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every complete run of a rule's pattern in a customer's world. */
public final class Detector {
  private final World world;
  private final List<Seen> timeline;

  /** A detector over one customer's world. */
  public Detector(World world) {
    this.world = world;
    this.timeline = world.timeline();
  }

  /**
   * The complete runs of a rule, judged or not, in order of their anchors.
   *
   * @param from anchors of an earlier time are left out, where no older attempt can block a newer
   */
  public List<Match> matches(MomentRule rule, long from) {
    return rule.pattern().isExclusive() ? first(rule) : latest(rule, from);
  }

  /** Whether {@link #matches} looks at anchors that hang on the touchpoint of this place. */
  public boolean covers(MomentRule rule, Position origin, long from) {
    return origin.isAfter(start(rule)) && (rule.pattern().isExclusive() || origin.time() >= from);
  }

  private List<Match> latest(MomentRule rule, long from) {
    Map<Position, Match> byLast = new LinkedHashMap<>();
    FirstSteps firsts = new FirstSteps(world, rule.pattern());
    for (int i = 0; i < timeline.size(); i++) {
      if (covers(rule, timeline.get(i).origin(), from) && firsts.fits().starts(i)) {
        Outcome outcome = Attempt.run(world, rule.pattern(), firsts, i);
        if (outcome instanceof Complete complete) {
          byLast.put(complete.match().last().touchpoint().position(), complete.match());
        }
      }
    }
    return List.copyOf(byLast.values());
  }

  private List<Match> first(MomentRule rule) {
    return exclusive(rule, Position.after(Long.MAX_VALUE)).stream()
        .filter(Complete.class::isInstance)
        .map(outcome -> ((Complete) outcome).match())
        .toList();
  }

  /**
   * The attempts that hang on touchpoints up to a place, of a rule whose older attempts let no
   * newer start.
   */
  private List<Outcome> exclusive(MomentRule rule, Position last) {
    List<Outcome> outcomes = new ArrayList<>();
    FirstSteps firsts = new FirstSteps(world, rule.pattern());
    Position start = start(rule);
    Position end = start;
    for (int i = 0; i < timeline.size(); i++) {
      Seen seen = timeline.get(i);
      boolean asked = seen.origin().isAfter(start) && !seen.origin().isAfter(last);
      if (asked && seen.position().isAfter(end) && firsts.fits().starts(i)) {
        Outcome outcome = Attempt.run(world, rule.pattern(), firsts, i);
        end = outcome.end();
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  /** Up to which place no attempt of a rule starts. */
  public Position start(MomentRule rule) {
    return world.state().start(rule.name(), world.rules().ref().hash());
  }

  /** The touchpoints that a match hangs on which is not judged yet. */
  public Stream<Position> pending(MomentRule rule, long judgedUntil) {
    return matches(rule, Long.MIN_VALUE).stream()
        .filter(match -> match.judgeAt() > judgedUntil)
        .flatMap(
            match ->
                Stream.concat(
                    Stream.of(match.origin()),
                    match.events().stream().map(view -> view.touchpoint().position())));
  }

  /** Up to which place no attempt of a rule may start once some touchpoints are gone. */
  public Position startWithout(MomentRule rule, Set<Position> gone) {
    Fits fits = new Fits(world, rule.pattern());
    Position highest = start(rule);
    for (int i = 0; i < timeline.size(); i++) {
      Position position = timeline.get(i).position();
      boolean counts = rule.countsSession() || fits.mayFitAny(i);
      if (position.isAfter(highest) && gone.contains(position) && counts) {
        highest = position;
      }
    }
    Position last = rule.countsSession() ? lastOfSession(highest) : highest;
    return startBehind(rule, last);
  }

  /** A session of which a part is gone can't be counted any more. */
  private Position lastOfSession(Position place) {
    return world.rules().settings().sessions().lastOf(world.state().history().touchpoints(), place);
  }

  /**
   * Up to which place no attempt of a rule starts when those anchored up to a place are forgotten:
   * one that lets no newer start still blocks up to its end.
   */
  public Position startBehind(MomentRule rule, Position anchor) {
    if (!rule.pattern().isExclusive()) {
      return anchor;
    }
    List<Outcome> attempts = exclusive(rule, anchor);
    Position end = attempts.isEmpty() ? anchor : attempts.get(attempts.size() - 1).end();
    // An attempt that still waits is lost with its anchor; it must not block for ever.
    return end.time() == Long.MAX_VALUE || anchor.isAfter(end) ? anchor : end;
  }
}
