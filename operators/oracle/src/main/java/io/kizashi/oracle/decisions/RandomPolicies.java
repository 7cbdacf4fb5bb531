package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Random policies.
 *
 * @param excluded lists of customers who get no message
 * @param testers the list of those whom every rollout takes, if there is one
 * @param consented channels on which advertising needs consent
 * @param pauses what is not to be done; said beside the rulebook
 */
record RandomPolicies(
    List<ActionKind> tiers,
    List<Guard> guards,
    List<Refusal> refusals,
    List<RandomCap> limits,
    List<RandomQuietHours> quiet,
    List<RandomList> excluded,
    Optional<RandomList> testers,
    List<String> consented,
    List<Pause.Target> pauses) {
  /** Copies the lists. */
  RandomPolicies {
    tiers = List.copyOf(tiers);
    guards = List.copyOf(guards);
    refusals = List.copyOf(refusals);
    limits = List.copyOf(limits);
    quiet = List.copyOf(quiet);
    excluded = List.copyOf(excluded);
    consented = List.copyOf(consented);
    pauses = List.copyOf(pauses);
  }

  /**
   * Keeps kinds back while something holds.
   *
   * @param linger milliseconds that it goes on; 0 for not at all
   * @param hold whether what it keeps back waits
   */
  record Guard(List<ActionKind> kinds, FactBound when, long linger, boolean hold) {
    String yaml() {
      return "    - { suppress: "
          + names(kinds)
          + ", when: '"
          + when.cel()
          + (linger == 0 ? "'" : "', linger: " + Yaml.span(linger))
          + then(hold)
          + " }\n";
    }
  }

  /**
   * Keeps kinds back after an outcome.
   *
   * @param same what must be the same, action or kind, or empty for whatever it was
   * @param span milliseconds
   * @param hold whether what it keeps back waits
   */
  record Refusal(List<ActionKind> kinds, String outcome, String same, long span, boolean hold) {
    String yaml() {
      return "    - { suppress: "
          + names(kinds)
          + ", after: { outcome: "
          + outcome
          + (same.isEmpty() ? "" : ", same: " + same)
          + " }, for: "
          + Yaml.span(span)
          + then(hold)
          + " }\n";
    }
  }

  private static String then(boolean hold) {
    return hold ? ", then: hold" : "";
  }

  private static String names(List<ActionKind> kinds) {
    return Yaml.list(kinds.stream().map(ActionKind::wire).toList());
  }

  /** Whether a guard lets something wait for its end. */
  boolean holds() {
    return guards.stream().anyMatch(Guard::hold) || refusals.stream().anyMatch(Refusal::hold);
  }

  /** Those quiet hours that concern a channel. */
  List<RandomQuietHours> quiet(String channel) {
    return quiet.stream().filter(hours -> hours.channels().contains(channel)).toList();
  }

  /** The same with other caps. */
  RandomPolicies limits(List<RandomCap> others) {
    return new RandomPolicies(
        tiers, guards, refusals, others, quiet, excluded, testers, consented, pauses);
  }

  /** All lists of customers. */
  List<RandomList> lists() {
    return Stream.concat(excluded.stream(), testers.stream()).toList();
  }

  /** The same with others whom every rollout takes. */
  RandomPolicies testers(Optional<RandomList> others) {
    return new RandomPolicies(
        tiers, guards, refusals, limits, quiet, excluded, others, consented, pauses);
  }

  /** The same with others who get no message. */
  RandomPolicies excluded(List<RandomList> others) {
    return new RandomPolicies(
        tiers, guards, refusals, limits, quiet, others, testers, consented, pauses);
  }

  /** The place of a kind among the tiers; 0 for all where there are none. */
  int tier(ActionKind kind) {
    return Math.max(0, tiers.indexOf(kind));
  }

  /** All that are the same but for one. */
  List<RandomPolicies> simpler() {
    List<RandomPolicies> simpler = new ArrayList<>();
    if (!tiers.isEmpty()) {
      simpler.add(
          new RandomPolicies(
              List.of(), guards, refusals, limits, quiet, excluded, testers, consented, pauses));
    }
    without(guards)
        .forEach(
            it ->
                simpler.add(
                    new RandomPolicies(
                        tiers, it, refusals, limits, quiet, excluded, testers, consented, pauses)));
    without(refusals)
        .forEach(
            it ->
                simpler.add(
                    new RandomPolicies(
                        tiers, guards, it, limits, quiet, excluded, testers, consented, pauses)));
    without(limits).forEach(it -> simpler.add(limits(it)));
    without(quiet)
        .forEach(
            it ->
                simpler.add(
                    new RandomPolicies(
                        tiers, guards, refusals, limits, it, excluded, testers, consented,
                        pauses)));
    without(excluded).forEach(it -> simpler.add(excluded(it)));
    testers.ifPresent(it -> simpler.add(testers(Optional.empty())));
    without(consented)
        .forEach(
            it ->
                simpler.add(
                    new RandomPolicies(
                        tiers, guards, refusals, limits, quiet, excluded, testers, it, pauses)));
    without(pauses)
        .forEach(
            it ->
                simpler.add(
                    new RandomPolicies(
                        tiers, guards, refusals, limits, quiet, excluded, testers, consented, it)));
    return simpler;
  }

  /** All lists that lack one of some items. */
  static <T> List<List<T>> without(List<T> items) {
    List<List<T>> rests = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      rest.remove(i);
      rests.add(rest);
    }
    return rests;
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append(tiers.isEmpty() ? "" : "  tiers: " + names(tiers) + "\n");
    yaml.append(guards.isEmpty() && refusals.isEmpty() ? "" : "  guards:\n");
    guards.forEach(guard -> yaml.append(guard.yaml()));
    refusals.forEach(refusal -> yaml.append(refusal.yaml()));
    yaml.append(limits.isEmpty() ? "" : "  caps:\n");
    limits.forEach(limit -> yaml.append(limit.yaml()));
    List<String> hours = quiet.stream().map(RandomQuietHours::yaml).toList();
    yaml.append(
        switch (hours.size()) {
          case 0 -> "";
          case 1 -> "  quiet-hours: " + hours.get(0) + "\n";
          default -> "  quiet-hours: " + Yaml.list(hours) + "\n";
        });
    List<String> named = excluded.stream().map(RandomList::name).toList();
    yaml.append(named.isEmpty() ? "" : "  exclude: " + Yaml.list(named) + "\n");
    testers.ifPresent(it -> yaml.append("  test-recipients: ").append(it.name()).append('\n'));
    yaml.append(consented.isEmpty() ? "" : "  consent: { ad: " + Yaml.list(consented) + " }\n");
    return yaml.isEmpty() ? "" : "policies:\n" + yaml;
  }
}
