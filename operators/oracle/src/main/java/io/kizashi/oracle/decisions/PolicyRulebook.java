package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Touchpoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A random rulebook of simple moments, and of actions and policies that are not. All spans are
 * milliseconds.
 *
 * @param settled whether to judge in order, once order is certain
 * @param memory what is kept of the touchpoints
 * @param owners whom tasks are for; empty where the rulebook does not say
 */
record PolicyRulebook(
    ZoneId zone,
    long disorder,
    boolean settled,
    RandomRefusal memory,
    List<Rule> rules,
    List<RandomAction> actions,
    RandomPolicies policies,
    Optional<RandomOwners> owners) {
  /** Its name, part of every moment's id. */
  static final String NAME = "random";

  private static final long DAY = 86_400_000L;

  /** Copies the lists. */
  PolicyRulebook {
    rules = List.copyOf(rules);
    actions = List.copyOf(actions);
  }

  /**
   * What raises a moment: a touchpoint of a type, alone or with silence behind it.
   *
   * @param silence how long nothing may be bought after it; 0 for no silence
   */
  record Rule(String type, long openFor, long silence) {
    String yaml() {
      String silent = silence == 0 ? "" : ", { absence: bought, for: " + Yaml.span(silence) + " }";
      return "  %s: { kind: drop_off, pattern: [ { event: %s, as: x }%s ], open-for: %s }\n"
          .formatted(rule(type), type, silent, Yaml.span(openFor));
    }
  }

  /** The name of the rule whose moments a type of touchpoints raises. */
  static String rule(String type) {
    return type + "_seen";
  }

  /** The rule for a touchpoint. */
  Optional<Rule> rule(Touchpoint touchpoint) {
    return rules.stream().filter(rule -> rule.type().equals(touchpoint.type())).findFirst();
  }

  /** The id of the moment that a touchpoint raises. */
  static String moment(Touchpoint anchor) {
    return Sha256.id(NAME, rule(anchor.type()), anchor.cameUnder().text(), anchor.id());
  }

  /** The longest time after a moment at which what answers it at once is sent for certain. */
  long latest() {
    long after = actions.stream().mapToLong(action -> action.timing().after()).max().orElse(0);
    boolean responsive = actions.stream().anyMatch(action -> action.timing().responsive());
    // Clocks may be set back meanwhile, or the customer may move.
    long held =
        policies.quiet().stream().anyMatch(RandomQuietHours::hold)
            ? RandomQuietHours.length(policies.quiet()) + DAY
            : 0;
    return after + (responsive ? 2 * DAY : 0) + held + disorder + 1;
  }

  /** Whether each moment is raised by one touchpoint alone. */
  boolean isSimple() {
    return rules.stream().allMatch(rule -> rule.silence() == 0);
  }

  /**
   * Whether an action may be chosen for the customer of all stories: by the digits of a hash, and
   * always where the customer tests it.
   */
  boolean reaches(RandomAction action) {
    return RandomList.holdCustomer(policies.testers().stream().toList())
        || KnownCustomer.isReached(action.name(), action.percent());
  }

  /** The same, judging each touchpoint when it arrives, and keeping them for long. */
  PolicyRulebook atOnce() {
    return new PolicyRulebook(
        zone, disorder, false, RandomRefusal.LONG, rules, actions, policies, owners);
  }

  /** The same with other actions. */
  PolicyRulebook actions(List<RandomAction> others) {
    return new PolicyRulebook(zone, disorder, settled, memory, rules, others, policies, owners);
  }

  /** The same with another action in the place of one. */
  PolicyRulebook action(RandomAction before, RandomAction other) {
    return actions(actions.stream().map(action -> action.equals(before) ? other : action).toList());
  }

  /** The same with other policies. */
  PolicyRulebook policies(RandomPolicies others) {
    return new PolicyRulebook(zone, disorder, settled, memory, rules, actions, others, owners);
  }

  /** The same with others whom tasks are for. */
  private PolicyRulebook owners(Optional<RandomOwners> others) {
    return new PolicyRulebook(zone, disorder, settled, memory, rules, actions, policies, others);
  }

  /** All that lack one action or policy. */
  List<PolicyRulebook> simpler() {
    List<PolicyRulebook> simpler = new ArrayList<>();
    if (!memory.equals(RandomRefusal.LONG)) {
      simpler.add(
          new PolicyRulebook(
              zone, disorder, settled, RandomRefusal.LONG, rules, actions, policies, owners));
    }
    policies.simpler().forEach(policy -> simpler.add(policies(policy)));
    owners.ifPresent(it -> simpler.add(owners(Optional.empty())));
    owners.ifPresent(it -> it.simpler().forEach(one -> simpler.add(owners(Optional.of(one)))));
    if (actions.size() > 1) {
      RandomPolicies.without(actions)
          .forEach(rest -> simpler.add(actions(rest).withoutUnanswered()));
    }
    actions.forEach(action -> action.simpler().forEach(it -> simpler.add(action(action, it))));
    return simpler;
  }

  /** The same without rules that nothing answers. */
  private PolicyRulebook withoutUnanswered() {
    List<Rule> answered =
        rules.stream()
            .filter(
                rule -> actions.stream().anyMatch(action -> action.answers().contains(rule.type())))
            .toList();
    return new PolicyRulebook(zone, disorder, settled, memory, answered, actions, policies, owners);
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("rulebook: " + NAME + "\n");
    yaml.append("disorder: ").append(Yaml.span(disorder)).append('\n');
    yaml.append("decide: ").append(settled ? "settled" : "at-once").append('\n');
    yaml.append("timezone: ").append(zone.getId()).append('\n');
    yaml.append(memory.yaml());
    List<String> holidays =
        policies.quiet().stream()
            .flatMap(it -> it.holidays().stream())
            .distinct()
            .map(LocalDate::toString)
            .toList();
    yaml.append(holidays.isEmpty() ? "" : "calendar: { holidays: " + Yaml.list(holidays) + " }\n");
    yaml.append(RandomList.yaml(policies.lists()));
    yaml.append(RandomFact.SIGNALS);
    yaml.append("moments:\n");
    rules.forEach(rule -> yaml.append(rule.yaml()));
    yaml.append("actions:\n");
    actions.forEach(action -> yaml.append(action.yaml()));
    yaml.append(policies.yaml());
    owners.ifPresent(it -> yaml.append(it.yaml()));
    return yaml.toString();
  }
}
