package io.kizashi.core.detect;

import io.kizashi.core.detect.Attempt.Outcome;
import io.kizashi.core.detect.Timeline.Seen;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Sessions;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds every complete run of a rule's pattern in a customer's world: one {@link Attempt} from each
 * touchpoint that fits the first step.
 *
 * <p>Of runs that complete on one touchpoint the newest counts; where older attempts let no newer
 * start, no two can. Nothing is kept between two calls: the same world gives the same matches, in
 * the order of their anchors, so a late arrival is judged by asking again.
 *
 * <p>Costs O(a · n) for a anchors in the horizon of a history of n touchpoints; an exclusive rule
 * looks at all of its anchors, as any of them may block a later one.
 */
public final class Detector {
  private static final double THOUSAND = 1_000;

  private final World world;

  /** A detector over one customer's world. */
  public Detector(World world) {
    this.world = world;
  }

  /**
   * The complete runs of a rule, judged or not, in order of their anchors. Of those that complete
   * on the same touchpoint, the newest.
   *
   * @param from anchors of an earlier time are left out, where no older attempt can block a newer
   */
  public List<Match> matches(MomentRule rule, long from) {
    Map<Completion, Match> byLast = new LinkedHashMap<>();
    for (Outcome outcome : attempts(rule, from)) {
      outcome.complete().ifPresent(match -> byLast.put(Completion.of(match), match));
    }
    return List.copyOf(byLast.values());
  }

  /**
   * Of what is about one matter and ends with one touchpoint, or a year of it, the newest counts.
   */
  private record Completion(Object matter, Position last, Position end) {
    static Completion of(Match match) {
      return new Completion(match.matter(), match.last().touchpoint().position(), match.end());
    }
  }

  /** A complete run as the moment that it is. */
  public DetectedMoment detected(MomentRule rule, Match match) {
    Rules rules = world.rules();
    Touchpoint anchor = match.anchor();
    Moment moment =
        new Moment(
            rules.momentId(rule, anchor, match.name()),
            Moment.Status.DETECTED,
            rule.name(),
            rule.kind(),
            rule.stage().isEmpty() ? stageOf(match) : rule.stage(),
            anchor.cameUnder(),
            match.detectedAt(),
            severity(rule, match),
            match.events().stream().map(view -> view.touchpoint().id()).toList(),
            rules.ref());
    return new DetectedMoment(moment, match.origin(), match.end());
  }

  private String stageOf(Match match) {
    return world.rules().vocabulary().journey().stageOf(match.last().touchpoint());
  }

  /** Within 0 … 1, in thousandths: no one acts on less, and sums may differ in their last bits. */
  private double severity(MomentRule rule, Match match) {
    double given =
        rule.severity()
            .flatMap(value -> value.of(match.captured().at(world.at(match.end())), world.misses()))
            .map(Double.class::cast)
            .orElse(1.0);
    return Math.round(Math.max(0, Math.min(1, given)) * THOUSAND) / THOUSAND;
  }

  /**
   * The moments of a rule that are not judged yet and will stand if nothing more comes: those that
   * follow what is awaited itself, too.
   */
  public Stream<DetectedMoment> awaited(MomentRule rule, long judgedUntil) {
    List<DetectedMoment> followed =
        rule.pattern()
            .follows()
            .distinct()
            .flatMap(name -> world.rules().moment(name).stream())
            .flatMap(other -> awaited(other, judgedUntil))
            .toList();
    Detector expecting = followed.isEmpty() ? this : new Detector(world.expecting(followed));
    Set<String> unjudged =
        followed.stream().map(it -> it.moment().id()).collect(Collectors.toSet());
    return expecting.matches(rule, Time.FROM_EVER).stream()
        .filter(match -> match.judgeAt() > judgedUntil || match.takesAny(unjudged))
        .map(match -> expecting.detected(rule, match));
  }

  /** The attempts of a rule with their outcomes, in order of their anchors. */
  List<Outcome> attempts(MomentRule rule, long from) {
    return rule.pattern().isExclusive()
        ? exclusive(rule, Position.after(Time.NEVER))
        : latest(rule, from);
  }

  /** Whether {@link #matches} looks at anchors that hang on the touchpoint of this place. */
  public boolean covers(MomentRule rule, Position origin, long from) {
    return origin.isAfter(start(rule)) && (rule.pattern().isExclusive() || origin.time() >= from);
  }

  /** Attempts from the newest to the oldest, which it may replace; given in order. */
  private List<Outcome> latest(MomentRule rule, long from) {
    List<Outcome> outcomes = new ArrayList<>();
    Fits fits = new Fits(world, rule.pattern());
    FinalSilences newer = new FinalSilences();
    List<Seen> timeline = fits.timeline();
    Position start = start(rule);
    // Nothing hangs on what lies behind it.
    for (int i = timeline.size() - 1; i >= 0 && timeline.get(i).time() >= from; i--) {
      Position origin = timeline.get(i).origin();
      if (origin.time() >= from && origin.isAfter(start) && fits.starts(i)) {
        outcomes.add(Attempt.run(world, rule.pattern(), fits, newer, i));
      }
    }
    Collections.reverse(outcomes);
    return outcomes;
  }

  /**
   * The attempts that hang on touchpoints up to a place, of a rule whose older attempts let no
   * newer start.
   */
  private List<Outcome> exclusive(MomentRule rule, Position last) {
    List<Outcome> outcomes = new ArrayList<>();
    Fits fits = new Fits(world, rule.pattern());
    List<Seen> timeline = fits.timeline();
    Position start = start(rule);
    Position end = busy(rule);
    for (int i = 0; i < timeline.size(); i++) {
      Seen seen = timeline.get(i);
      boolean asked = seen.origin().isAfter(start) && !seen.origin().isAfter(last);
      if (asked && seen.position().isAfter(end) && fits.starts(i)) {
        Outcome outcome = Attempt.run(world, rule.pattern(), fits, new FinalSilences(), i);
        end = outcome.end();
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  /**
   * Up to which place no attempt of a rule starts: what it hangs on is gone, or what the profile
   * was then, of which an older value would give another answer than it gave.
   */
  public Position start(MomentRule rule) {
    Position kept = world.state().start(rule.name(), world.rules().ref().hash());
    Position known = world.state().profile().forgottenUntil(rule.profile());
    return kept.isAfter(known) ? kept : known;
  }

  private Position busy(MomentRule rule) {
    return world.state().busy(rule.name(), world.rules().ref().hash());
  }

  /**
   * The touchpoints that an attempt hangs on which is not judged yet, or which something that comes
   * within the disorder may still change. One without limit hangs on the history's length.
   */
  public Stream<Position> pending(MomentRule rule, long judgedUntil) {
    return undecided(rule, judgedUntil)
        .flatMap(outcome -> places(outcome.origin(), outcome.events()));
  }

  /**
   * An attempt of a rule with a horizon lies within the retention until nothing changes it. One
   * that hangs on a date may have begun long before, however it ends: what breaks its silence may
   * turn out to be no end of a session, or not to fit.
   */
  private Stream<Outcome> undecided(MomentRule rule, long judgedUntil) {
    long disorder = world.rules().settings().disorder();
    boolean bounded = rule.pattern().horizon() < Time.WITHOUT_LIMIT;
    Stream<Outcome> unjudged =
        matches(rule, Time.FROM_EVER).stream()
            .filter(match -> match.judgeAt() > judgedUntil)
            .map(match -> new Attempt.Complete(match, Trail.UNTOLD));
    Stream<Outcome> changing =
        attempts(rule, Time.FROM_EVER).stream()
            .filter(outcome -> !bounded || outcome instanceof Attempt.Waiting)
            .filter(outcome -> !(outcome instanceof Attempt.Waiting it) || it.isLimited())
            .filter(outcome -> Times.plus(outcome.end().time(), disorder) > judgedUntil);
    return Stream.concat(unjudged, changing);
  }

  private static Stream<Position> places(Position origin, List<TouchpointView> events) {
    return Stream.concat(
        Stream.of(origin), events.stream().map(view -> view.touchpoint().position()));
  }

  /**
   * Up to which place attempts of a rule hang on what is incomplete once some touchpoints are gone.
   */
  public Position startWithout(MomentRule rule, Set<Position> gone) {
    Fits fits = new Fits(world, rule.pattern());
    List<Seen> timeline = fits.timeline();
    Position highest = start(rule);
    Position counted = highest;
    for (int i = 0; i < timeline.size(); i++) {
      Seen seen = timeline.get(i);
      if (!gone.contains(seen.origin())) {
        continue;
      }
      if (seen.position().isAfter(highest) && isOf(rule, seen) && fits.mayFitAny(i)) {
        highest = Position.after(seen.time()); // it may break what begins in the same instant
      }
      if (seen.position().isAfter(counted) && !seen.isVirtual()) {
        counted = Position.after(seen.time()); // the end of a session makes no session longer
      }
    }
    Position end = rule.countsSession() ? endOfSession(counted) : highest;
    return end.isAfter(highest) ? end : highest;
  }

  private static boolean isOf(MomentRule rule, Seen seen) {
    Touchpoint touchpoint = seen.view().touchpoint();
    return rule.interest().covers(touchpoint.type(), touchpoint.emotion().isPresent());
  }

  /** A session of which a part is gone can't be counted any more, up to the end of its silence. */
  private Position endOfSession(Position place) {
    Sessions sessions = world.rules().settings().sessions();
    Position last = sessions.lastOf(world.state().history().touchpoints(), place);
    return Position.after(Times.plus(last.time(), sessions.gap()));
  }

  /**
   * Up to which place a rule starts no attempt because one that hangs on touchpoints up to {@code
   * origin}, which are forgotten, lets no newer start.
   */
  public Position busyWithout(MomentRule rule, Position origin) {
    Position known = busy(rule);
    if (!rule.pattern().isExclusive()) {
      return known;
    }
    List<Outcome> attempts = exclusive(rule, origin);
    Position end = attempts.isEmpty() ? known : attempts.get(attempts.size() - 1).end();
    // An attempt that still waits is lost with its anchor; it must not block for ever.
    return end.time() == Time.NEVER || known.isAfter(end) ? known : end;
  }
}
