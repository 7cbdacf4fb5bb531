package io.kizashi.oracle.moments;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What is decided when everything is judged in order. Every rule has one action of its own, so that
 * the names of rules order the candidates; all expire after a minute.
 */
final class NaiveDecisions {
  private static final long EXPIRES = 60_000;

  /** What guards keep waiting is asked for again at each full five minutes too. */
  private static final long ASKED = 5 * 60_000;

  private final NaiveModel model;
  private final List<RandomRulebook.Guard> guards;
  private final List<Touchpoint> history;
  private final List<Open> open = new ArrayList<>();

  /** Up to when something that guards kept waiting was not to be had for anything else. */
  private final Map<Open, Long> waited = new HashMap<>();

  private final List<Left> left = new ArrayList<>();

  private NaiveDecisions(
      NaiveModel model, List<RandomRulebook.Guard> guards, Collection<Touchpoint> history) {
    this.model = model;
    this.guards = guards;
    this.history = List.copyOf(history);
  }

  private record Open(
      RandomRule rule,
      NaiveAttempt attempt,
      boolean sells,
      String name,
      String id,
      Position end,
      long until) {}

  /** Of one instant, what waited leaves behind what did not. */
  private record Left(long time, boolean waited, String text) {}

  /** One decision for each cause that has an open moment to answer, in order. */
  static List<String> of(RandomRulebook rulebook, Collection<Touchpoint> arrived) {
    TreeMap<Position, List<Open>> byCause = new TreeMap<>();
    NaiveModel model = new NaiveModel(rulebook, arrived);
    List<RandomRule> inEarnest =
        rulebook.rules().stream()
            .filter(rulebook::reaches)
            .filter(rule -> !rulebook.isShadow(rule))
            .toList();
    for (RandomRule rule : inEarnest) {
      for (NaiveAttempt attempt : model.standing(rule, Long.MAX_VALUE)) {
        long until = attempt.detectedAt() + rule.openFor();
        String id = ShownMoments.id(rulebook, rule, attempt);
        byCause
            .computeIfAbsent(attempt.end(), cause -> new ArrayList<>())
            .add(
                new Open(
                    rule,
                    attempt,
                    rulebook.sells(rule),
                    rulebook.name(rule),
                    id,
                    attempt.end(),
                    until));
      }
    }
    NaiveDecisions decisions = new NaiveDecisions(model, rulebook.guards(), arrived);
    byCause.forEach(decisions::decide);
    return decisions.left.stream()
        .sorted(Comparator.comparingLong(Left::time).thenComparing(Left::waited))
        .map(Left::text)
        .toList();
  }

  private void decide(Position cause, List<Open> moments) {
    open.addAll(moments);
    open.removeIf(moment -> moment.until() <= cause.time());
    boolean dropped = isGuarded(cause, false);
    open.stream()
        .filter(it -> waited.getOrDefault(it, Long.MIN_VALUE) < cause.time())
        .filter(it -> model.goesOn(it.rule(), it.attempt(), cause))
        .filter(it -> !dropped || !it.sells())
        .min(
            // The first by action; of its moments the newest.
            Comparator.comparing(Open::name)
                .thenComparing(moment -> -moment.end().time())
                .thenComparing(Open::id))
        .ifPresent(it -> take(it, cause));
  }

  private void take(Open chosen, Position cause) {
    if (chosen.sells() && isGuarded(cause, true)) {
      await(chosen, cause);
    } else {
      leave(chosen, cause, cause.time(), false);
    }
  }

  /** It leaves when guards have ended, if nothing else speaks against it by then, or never. */
  private void await(Open chosen, Position cause) {
    long expires = cause.time() + EXPIRES;
    long fives = (Math.floorDiv(cause.time(), ASKED) + 1) * ASKED;
    OptionalLong ended =
        LongStream.concat(LongStream.of(fives), history.stream().mapToLong(Touchpoint::time))
            .filter(time -> time > cause.time() && time < expires)
            .sorted()
            .filter(time -> !isGuarded(Position.after(time), true))
            .findFirst();
    waited.put(chosen, ended.orElse(expires));
    ended.ifPresent(
        time -> {
          Position at = Position.after(time);
          if (!isGuarded(at, false) && model.goesOn(chosen.rule(), chosen.attempt(), at)) {
            leave(chosen, cause, time, true);
          }
        });
  }

  private void leave(Open chosen, Position cause, long time, boolean hasWaited) {
    open.remove(chosen);
    left.add(new Left(time, hasWaited, ShownMoments.decision("issued", cause.time(), chosen.id())));
  }

  /** Whether a guard that holds, or one that drops, keeps back what sells. */
  private boolean isGuarded(Position at, boolean hold) {
    return guards.stream().filter(it -> it.hold() == hold).anyMatch(it -> model.guards(it, at));
  }
}
