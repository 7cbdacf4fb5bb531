package io.kizashi.language.read;

import io.kizashi.core.recipient.Owners;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.ActionKind;
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
  private final PolicyNames names;
  private final List<MomentRule> moments;
  private final boolean sound;
  private final Problems problems;

  /** A reader that comes after those of actions and moments. */
  PolicyReader(
      Fields top,
      GuardReader guards,
      List<ActionRule> actions,
      List<MomentRule> moments,
      Problems problems) {
    this.top = top;
    this.guards = guards;
    this.moments = moments;
    this.sound = problems.ok();
    this.problems = problems;
    this.names = new PolicyNames(actions, top.written("actions"), problems);
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
    Optional<QuietHours> quiet =
        policies
            .get("quiet-hours")
            .flatMap(node -> new QuietHoursReader(top, names, problems).read(node, sound));
    long held = quiet.filter(QuietHours::hold).map(QuietHoursReader::length).orElse(0L);
    return new Policies(
        List.copyOf(tiers),
        kept.lasting(),
        kept.refusals(),
        new CapReader(names, moments, held, problems).caps(policies, sound),
        quiet,
        consented(policies),
        new AddressReader(problems).addresses(policies),
        owners);
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
