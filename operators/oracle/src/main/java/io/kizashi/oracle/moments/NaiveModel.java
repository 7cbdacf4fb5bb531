package io.kizashi.oracle.moments;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rule language means, written down as plainly as can be, for anyone to check. It shares
 * nothing with the engine but the nouns, and looks at everything again for every question.
 */
final class NaiveModel {
  private final RandomRulebook rulebook;
  private final List<Touchpoint> history;

  /** The history with the virtual ends of its sessions. */
  private final List<Touchpoint> all;

  /** What behaviour says of feelings. */
  private final List<Touchpoint> felt;

  NaiveModel(RandomRulebook rulebook, Collection<Touchpoint> arrived) {
    this.rulebook = rulebook;
    this.history = ordered(arrived.stream());
    this.all =
        ordered(Stream.concat(arrived.stream(), Visit.ends(history, rulebook.gap()).stream()));
    this.felt = ordered(rulebook.rules().stream().flatMap(rule -> said(rule).stream()));
  }

  /** Each run of a rule that feels says so where it ends. No such rule reads feelings itself. */
  private List<Touchpoint> said(RandomRule rule) {
    return rulebook.feels(rule).stream()
        .flatMap(
            emotion ->
                complete(rule, List.of(), Long.MAX_VALUE).stream()
                    .filter(run -> rule.when().holds(atEnd(run, List.of())))
                    .map(run -> NaiveFeeling.said(emotion, run.end())))
        .toList();
  }

  private static List<Touchpoint> ordered(Stream<Touchpoint> touchpoints) {
    return touchpoints
        .sorted(Comparator.comparing(Followed::place).thenComparing(Touchpoint::position))
        .toList();
  }

  /** The attempts that stand as moments once time is proven up to a point, in order. */
  List<NaiveAttempt> standing(RandomRule rule, long proven) {
    List<NaiveAttempt> judged =
        complete(rule, felt, proven).stream()
            .filter(attempt -> rule.when().holds(atEnd(attempt)))
            .filter(attempt -> certainAt(attempt) <= proven)
            .sorted(
                Comparator.comparing(NaiveAttempt::detectedAt)
                    .thenComparing(attempt -> Followed.place(attempt.anchor())))
            .toList();
    List<NaiveAttempt> kept = new ArrayList<>();
    for (NaiveAttempt attempt : judged) {
      long last = kept.isEmpty() ? Long.MIN_VALUE : kept.get(kept.size() - 1).detectedAt();
      if (kept.isEmpty() || attempt.detectedAt() - last >= rule.oncePer().orElse(0L)) {
        kept.add(attempt);
      }
    }
    return kept;
  }

  /**
   * The attempts that will complete if nothing more comes, as far as that is not certain yet, or
   * what they follow is not.
   */
  Stream<NaiveAttempt> awaited(RandomRule rule, long proven) {
    return complete(rule, walk(rule, felt, proven, true)).stream()
        .filter(
            attempt ->
                certainAt(attempt) > proven
                    || attempt.evidence().stream().anyMatch(it -> isAwaited(it, proven)));
  }

  private boolean isAwaited(Touchpoint taken, long proven) {
    if (!Followed.isMoment(taken.type())) {
      return false;
    }
    RandomRule rule = rulebook.rules().get(Followed.rule(taken.type()));
    return standing(rule, proven).stream()
        .noneMatch(it -> ShownMoments.id(rulebook, rule, it).equals(taken.id()));
  }

  /** Whether what begins with a touchpoint is about the same as what began with another. */
  boolean isAbout(RandomRule rule, Touchpoint anchor, Predicate<NaiveAttempt> other) {
    Walk walk = walk(rule, felt, Long.MAX_VALUE, false);
    return rule.by().isEmpty()
        || all.stream()
            .filter(it -> walk.begun(it).anyMatch(other))
            .anyMatch(it -> walk.areOfOneMatter(anchor, it));
  }

  /**
   * With the moments that a rule looks for, as they stand once time is proven up to a point.
   *
   * @param expecting whether those that are awaited stand as well
   */
  private Walk walk(RandomRule rule, List<Touchpoint> known, long proven, boolean expecting) {
    Map<String, List<Touchpoint>> took = new HashMap<>();
    List<Touchpoint> moments = new ArrayList<>();
    for (RandomStep step : rule.steps()) {
      if (step instanceof RandomStep.Event event && Followed.isMoment(event.type())) {
        RandomRule other = rulebook.rules().get(Followed.rule(event.type()));
        if (rulebook.reaches(other)) {
          took.putAll(walk(other, felt, proven, expecting).took());
          followed(other, proven, expecting)
              .forEach(
                  attempt -> {
                    Touchpoint moment = Followed.of(rulebook, other, attempt, this);
                    moments.add(moment);
                    took.put(moment.id(), attempt.evidence());
                  });
        }
      }
    }
    return new Walk(rulebook, rule, history, with(moments), known, took);
  }

  private List<Touchpoint> with(List<Touchpoint> moments) {
    return moments.isEmpty()
        ? all
        : ordered(Stream.concat(all.stream(), moments.stream().distinct()));
  }

  private Stream<NaiveAttempt> followed(RandomRule rule, long proven, boolean expecting) {
    Stream<NaiveAttempt> standing = standing(rule, proven).stream();
    return expecting ? Stream.concat(standing, awaited(rule, proven)) : standing;
  }

  /** Attempts that complete, whether that is certain yet or not. */
  private Collection<NaiveAttempt> complete(RandomRule rule, List<Touchpoint> known, long proven) {
    return complete(rule, walk(rule, known, proven, false));
  }

  private Collection<NaiveAttempt> complete(RandomRule rule, Walk walk) {
    List<NaiveAttempt> attempts = rule.first() ? undisturbed(walk) : replaceable(walk);
    List<NaiveAttempt> alive = attempts.stream().filter(NaiveAttempt::alive).toList();
    // Completing on the same touchpoint, the newer replaces the older.
    return IntStream.range(0, alive.size())
        .filter(
            i ->
                rule.first()
                    || alive.subList(i + 1, alive.size()).stream()
                        .noneMatch(newer -> isReplaced(alive.get(i), newer, walk)))
        .mapToObj(alive::get)
        .toList();
  }

  private static boolean isReplaced(NaiveAttempt older, NaiveAttempt newer, Walk walk) {
    return older.last().position().equals(newer.last().position())
        && older.end().equals(newer.end()) // of one day, where there are several
        && walk.areOfOneMatter(older.anchor(), newer.anchor());
  }

  /** While one lasts no other begins. */
  private List<NaiveAttempt> undisturbed(Walk walk) {
    List<NaiveAttempt> attempts = new ArrayList<>();
    Position blockedUntil = Position.FIRST;
    for (Touchpoint anchor : walk.all()) {
      if (Followed.place(anchor).isAfter(blockedUntil) && walk.starts(anchor)) {
        List<NaiveAttempt> begun = walk.from(anchor, List.of());
        blockedUntil = begun.get(0).end();
        attempts.addAll(begun);
      }
    }
    return attempts;
  }

  /** The newest first, since it may replace the others. */
  private List<NaiveAttempt> replaceable(Walk walk) {
    List<NaiveAttempt> attempts = new ArrayList<>();
    for (int i = walk.all().size() - 1; i >= 0; i--) {
      if (walk.starts(walk.all().get(i))) {
        attempts.addAll(0, walk.from(walk.all().get(i), List.copyOf(attempts)));
      }
    }
    return attempts;
  }

  /** Silence is certain when nothing can arrive any more; settled, that holds for all. */
  private long certainAt(NaiveAttempt attempt) {
    return rulebook.settled()
        ? Math.max(attempt.certainAt(), attempt.detectedAt() + rulebook.disorder())
        : attempt.certainAt();
  }

  /**
   * Whether what an attempt says is still so at a place behind its instant: its final silence has
   * gone on, nothing is excepted, and its condition holds.
   */
  boolean goesOn(RandomRule rule, NaiveAttempt attempt, Position at) {
    if (at.time() <= attempt.detectedAt()) {
      return true;
    }
    Walk walk = walk(rule, felt, Long.MAX_VALUE, false);
    boolean over =
        walk.seenFrom(attempt.anchor()).stream()
            .filter(t -> t.time() > attempt.detectedAt() && !t.position().isAfter(at))
            .anyMatch(t -> walk.ends(attempt, t));
    return !over
        && rule.when()
            .holds(
                new NaiveWorld(rulebook, history, felt, at, Optional.empty(), attempt.captures()));
  }

  /** How grave a moment is, in thousandths; gravest where that can't be told. */
  double severity(RandomRule rule, NaiveAttempt attempt) {
    double severity = rule.severity().flatMap(s -> s.number(atEnd(attempt))).orElse(1.0);
    return Math.round(Math.max(0, Math.min(1, severity)) * 1_000) / 1_000.0;
  }

  /** The rule's stage, or that of the last touchpoint. */
  String stage(RandomRule rule, NaiveAttempt attempt) {
    return rule.stage().isEmpty() ? atEnd(attempt).stage(attempt.last()) : rule.stage();
  }

  private NaiveWorld atEnd(NaiveAttempt attempt) {
    return atEnd(attempt, felt);
  }

  private NaiveWorld atEnd(NaiveAttempt attempt, List<Touchpoint> known) {
    return new NaiveWorld(
        rulebook, history, known, attempt.end(), Optional.empty(), attempt.captures());
  }

  /** Whether a guard keeps its actions back at a place. */
  boolean guards(RandomRulebook.Guard guard, Position at) {
    long since = at.time() - guard.linger();
    if (guard.after().isPresent()) {
      return complete(guard.after().get(), felt, Long.MAX_VALUE).stream()
          .filter(run -> guard.when().holds(atEnd(run)))
          .anyMatch(run -> run.detectedAt() > since && !run.end().isAfter(at));
    }
    Stream<Position> around =
        history.stream()
            .filter(t -> t.time() > since && !t.position().isAfter(at))
            .flatMap(t -> Stream.of(Position.before(t.time()), t.position()));
    Stream<Position> asked = Stream.of(at, Position.after(since));
    return (guard.linger() == 0 ? Stream.of(at) : Stream.concat(asked, around))
        .map(place -> new NaiveWorld(rulebook, history, felt, place, Optional.empty(), List.of()))
        .anyMatch(guard.when()::holds);
  }
}
