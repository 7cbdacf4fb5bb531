package io.kizashi.core.decide;

import io.kizashi.core.detect.Detector;
import io.kizashi.core.detect.Match;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.RulebookTerm;
import io.kizashi.core.inforce.Span;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.time.Times;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.DetectedMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what stands on a history with what was emitted before. Both being functions of the same
 * touchpoints, the difference is what a late arrival, or the time that passed, changed.
 */
final class MomentJudge {
  private static final Comparator<DetectedMoment> ORDER =
      Comparator.comparing((DetectedMoment d) -> d.moment().detectedAt())
          .thenComparing(DetectedMoment::anchor)
          .thenComparing(d -> d.moment().id());

  /** Of a rule's own; moments of one instant share a place, and go by their ids. */
  private static final Comparator<DetectedMoment> BY_ANCHOR =
      Comparator.comparing((DetectedMoment d) -> d.moment().detectedAt())
          .thenComparing(DetectedMoment::anchor)
          .thenComparing(d -> new Position(d.moment().detectedAt(), d.moment().evidence().get(0)));

  private static final Comparator<Moment> FALLEN_ORDER =
      Comparator.comparingLong(Moment::detectedAt).thenComparing(Moment::id);

  private final RulebookTerm term;
  private final Rules rules;
  private final World world;
  private final Misses misses;
  private final long judgedUntil;
  private final List<DetectedMoment> standing;
  private final List<Moment> fallen = new ArrayList<>();
  private final List<DetectedMoment> risen = new ArrayList<>();
  private long next = Clock.NEVER;

  /** Judges by the rules of a term what falls into it, in the world as they see it. */
  MomentJudge(World world, RulebookTerm term, long judgedUntil) {
    this.term = term;
    this.rules = term.rules();
    this.world = world;
    this.misses = world.misses();
    this.judgedUntil = judgedUntil;
    this.standing = new ArrayList<>(world.state().moments());
  }

  /**
   * Judges some rules.
   *
   * @param some each behind those whose moments it looks for
   * @param from what happened before it is known to make no difference, milliseconds
   */
  MomentChanges judge(List<MomentRule> some, long from) {
    for (MomentRule rule : some) {
      term.span(rule).ifPresent(span -> judge(rule, span, oldestAnchor(rule, from)));
    }
    return new MomentChanges(
        sorted(standing), fallen.stream().sorted(FALLEN_ORDER).toList(), sorted(risen), next);
  }

  /** The time of the oldest anchor from which an attempt may reach a time. */
  private static long oldestAnchor(MomentRule rule, long time) {
    return Times.minus(time, rule.pattern().horizon());
  }

  private static List<DetectedMoment> sorted(List<DetectedMoment> moments) {
    return moments.stream().sorted(ORDER).toList();
  }

  private void judge(MomentRule rule, Span span, long from) {
    Detector detector = detector(rule);
    List<DetectedMoment> derived = new ArrayList<>();
    for (Match match : detector.matches(rule, from)) {
      if (!span.holds(match.detectedAt())) {
        continue; // another rulebook's, or of the time before this one
      }
      if (match.judgeAt() > judgedUntil) {
        next = Math.min(next, match.judgeAt());
      } else if (holds(rule.when(), match)) {
        derived.add(detector.detected(rule, match));
      }
    }
    List<DetectedMoment> covered = new ArrayList<>();
    List<DetectedMoment> fixed = new ArrayList<>();
    for (DetectedMoment known : standing) {
      if (known.moment().rule().equals(rule.name())) {
        boolean again =
            isJudged(known.moment(), span)
                && detector.covers(rule, known.anchor(), from)
                && !isPast(rule, known);
        (again ? covered : fixed).add(known);
      }
    }
    if (!derived.isEmpty() && !fixed.isEmpty()) {
      Set<String> taken = fixed.stream().map(it -> it.moment().id()).collect(Collectors.toSet());
      derived.removeIf(detected -> taken.contains(detected.moment().id()));
    }
    // What counts before the region that is derived anew stands, and keeps others from counting.
    compare(covered, spaced(rule, derived, fixed));
  }

  /** What looks for moments sees those that stand by now. */
  private Detector detector(MomentRule rule) {
    boolean follows = rule.pattern().follows().findAny().isPresent();
    return new Detector(follows ? world.with(standing) : world);
  }

  /** Whether a moment is of this term; what a later rulebook said is never taken back by this. */
  private boolean isJudged(Moment moment, Span span) {
    return span.holds(moment.detectedAt()) && moment.rulebook().version() <= rules.ref().version();
  }

  /**
   * Whether a moment stays as it was judged, since of what was known then touchpoints are gone:
   * what it follows may be kept for longer than these. It falls with that all the same.
   */
  private boolean isPast(MomentRule rule, DetectedMoment known) {
    return rule.pattern().follows().findAny().isPresent()
        && !known.end().isAfter(world.state().history().floor())
        && known.moment().evidence().stream().noneMatch(this::hasFallen);
  }

  private boolean hasFallen(String id) {
    return fallen.stream().anyMatch(it -> it.id().equals(id))
        && standing.stream().noneMatch(it -> it.moment().id().equals(id));
  }

  private boolean holds(Condition when, Match match) {
    return when.test(match.captured().at(world.at(match.end())), misses);
  }

  /** Those that no moment counted before keeps from counting. */
  private static List<DetectedMoment> spaced(
      MomentRule rule, List<DetectedMoment> derived, List<DetectedMoment> fixed) {
    if (rule.oncePer() == 0 || derived.isEmpty()) {
      return derived;
    }
    List<DetectedMoment> counted = new ArrayList<>(fixed);
    List<DetectedMoment> kept = new ArrayList<>();
    for (DetectedMoment candidate : derived.stream().sorted(BY_ANCHOR).toList()) {
      long at = candidate.moment().detectedAt();
      boolean spaced =
          counted.stream()
              .map(earlier -> earlier.moment().detectedAt())
              .noneMatch(earlier -> earlier <= at && at - earlier < rule.oncePer());
      if (spaced) {
        counted.add(candidate);
        kept.add(candidate);
      }
    }
    return kept;
  }

  private void compare(List<DetectedMoment> covered, List<DetectedMoment> derived) {
    Map<String, DetectedMoment> now = new LinkedHashMap<>();
    derived.forEach(detected -> now.put(detected.moment().id(), detected));
    covered.forEach(before -> compare(before, now));
    now.values().forEach(this::rise);
  }

  private void compare(DetectedMoment before, Map<String, DetectedMoment> derived) {
    DetectedMoment now = derived.get(before.moment().id());
    if (now != null && isSame(before.moment(), now.moment())) {
      derived.remove(before.moment().id());
    } else {
      standing.remove(before);
      fallen.add(before.moment());
    }
  }

  /**
   * What another rulebook said of severity and stage stays as it was said. The stage of a moment
   * that follows another changes with that one's, whose id may stay.
   */
  static boolean isSame(Moment before, Moment now) {
    boolean saidAlike = before.severity() == now.severity() && before.stage().equals(now.stage());
    return (saidAlike || !before.rulebook().equals(now.rulebook()))
        && before.detectedAt() == now.detectedAt()
        && before.evidence().equals(now.evidence());
  }

  private void rise(DetectedMoment now) {
    DetectedMoment detected = Remembered.asSaid(now, world.state().said());
    standing.add(detected);
    risen.add(detected);
  }
}
