package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Guard;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.ActionKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what holds for every action. */
final class PolicyReader {
  private static final Map<String, Boolean> TRUTHS = Map.of("true", true, "false", false);

  private final Fields top;
  private final GuardReader guards;
  private final Set<LocalDate> holidays;
  private final PolicyNames names;
  private final List<MomentRule> moments;
  private final boolean sound;
  private final Problems problems;

  /**
   * A reader that comes after those of actions and moments.
   *
   * @param holidays the rulebook's
   * @param lists of customers, by name
   */
  PolicyReader(
      Fields top,
      GuardReader guards,
      Set<LocalDate> holidays,
      List<ActionRule> actions,
      List<MomentRule> moments,
      Map<String, CustomerList> lists,
      Problems problems) {
    this.top = top;
    this.guards = guards;
    this.holidays = holidays;
    this.moments = moments;
    this.sound = problems.ok();
    this.problems = problems;
    this.names =
        new PolicyNames(actions, top.written("actions"), lists, top.written("lists"), problems);
  }

  /**
   * What the rulebook says.
   *
   * @param owners whom tasks are for
   */
  Policies policies(Optional<Owners> owners) {
    return top.get("policies")
        .flatMap(node -> Fields.of(node, Keys.POLICIES, problems))
        .map(policies -> policies(policies, owners))
        .orElseGet(() -> Policies.of(owners));
  }

  private Policies policies(Fields policies, Optional<Owners> owners) {
    new UnbuiltPolicies(names, problems).check(policies, sound);
    Set<ActionKind> tiers = tiers(policies);
    GuardReader.Written kept = guards.guards(policies, names, sound);
    List<QuietHours> quiet =
        new QuietHoursReader(top, holidays, names, problems).read(policies, sound);
    long held = QuietHoursReader.longest(quiet) + waiting(kept);
    return new Policies(
        List.copyOf(tiers),
        kept.lasting(),
        kept.refusals(),
        new CapReader(names, moments, held, problems).caps(policies, sound),
        quiet,
        excluded(policies),
        consented(policies),
        new AddressReader(problems).addresses(policies),
        owners);
  }

  /** Milliseconds for which guards keep something waiting at most. */
  private long waiting(GuardReader.Written guards) {
    boolean hold =
        guards.lasting().stream().anyMatch(Guard::hold)
            || guards.refusals().stream().anyMatch(RefusalPolicy::hold);
    return hold ? names.actions().stream().mapToLong(ActionRule::expires).max().orElse(0) : 0;
  }

  private Set<ActionKind> tiers(Fields policies) {
    if (policies.get("tiers").isEmpty()) {
      return Set.of();
    }
    Set<ActionKind> tiers = names.kinds(policies, "tiers");
    Set<ActionKind> homeless = EnumSet.noneOf(ActionKind.class);
    names.actions().forEach(action -> homeless.add(action.kind()));
    homeless.removeAll(tiers);
    boolean listed = policies.get("tiers").filter(Sequence.class::isInstance).isPresent();
    if (sound && listed && !tiers.isEmpty()) {
      homeless.forEach(
          kind ->
              problems.error(
                  policies.keyAt("tiers"),
                  "tier_missing",
                  "no tier says when '" + kind.wire() + "' comes, but there are such actions",
                  "name it where it belongs; the first tier goes before all others"));
    }
    return tiers;
  }

  private List<CustomerList> excluded(Fields policies) {
    return policies.get("exclude").isEmpty() ? List.of() : names.lists(policies, "exclude");
  }

  /** The channels on which advertising needs consent. */
  private Set<String> consented(Fields policies) {
    Optional<Fields> consent =
        policies.get("consent").flatMap(node -> Fields.of(node, Keys.CONSENT, problems));
    consent.ifPresent(fields -> fields.choice("analysis", TRUTHS)); // checked, though not run yet
    return consent
        .filter(fields -> fields.get("ad").isPresent())
        .map(fields -> names.channels(fields, "ad"))
        .orElse(Set.of());
  }
}
