package io.kizashi.oracle.moments;

import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is decided when everything is judged in order. Every rule has one action of its own, so that
 * the names of rules order the candidates.
 */
final class NaiveDecisions {
  private NaiveDecisions() {}

  private record Open(
      RandomRule rule,
      NaiveAttempt attempt,
      boolean sells,
      String name,
      String id,
      Position end,
      long until) {}

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
    List<Open> open = new ArrayList<>();
    List<String> decisions = new ArrayList<>();
    byCause.forEach(
        (cause, moments) -> {
          open.addAll(moments);
          open.removeIf(moment -> moment.until() <= cause.time());
          boolean guarded =
              rulebook.guards().stream().anyMatch(guard -> model.guards(guard, cause));
          List<Open> lasting =
              open.stream().filter(it -> model.goesOn(it.rule(), it.attempt(), cause)).toList();
          Optional<Open> chosen = chosen(lasting, guarded);
          chosen.ifPresent(
              it -> {
                open.remove(it);
                decisions.add(ShownMoments.decision("issued", cause.time(), it.id()));
              });
        });
    return decisions;
  }

  /** The first by action; of its moments the newest. */
  private static Optional<Open> chosen(List<Open> open, boolean guarded) {
    return open.stream()
        .filter(moment -> !guarded || !moment.sells())
        .min(
            Comparator.comparing(Open::name)
                .thenComparing(moment -> -moment.end().time())
                .thenComparing(Open::id));
  }
}
