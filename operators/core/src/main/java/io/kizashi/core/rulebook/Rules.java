package io.kizashi.core.rulebook;

import io.kizashi.schema.RulebookRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A compiled rulebook: the plan that decisions follow. Immutable; shared by tasks. */
public final class Rules {
  private final RulebookRef ref;
  private final Settings settings;
  private final List<MomentRule> moments;
  private final Map<String, List<ActionRule>> answers;
  private final Map<String, List<MomentRule>> byType;
  private final List<MomentRule> forAnyType;

  Rules(
      RulebookRef ref,
      Settings settings,
      List<MomentRule> moments,
      Map<String, List<ActionRule>> answers) {
    this.ref = ref;
    this.settings = settings;
    this.moments = List.copyOf(moments);
    this.answers = Map.copyOf(answers);
    this.byType =
        moments.stream()
            .flatMap(MomentRule::types)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(type -> type, this::caring));
    this.forAnyType = caring(Step.ANY);
  }

  private List<MomentRule> caring(String type) {
    return moments.stream().filter(rule -> rule.caresFor(type)).toList();
  }

  /**
   * What holds for all rules.
   *
   * @param disorder milliseconds that touchpoints may arrive out of order
   * @param settled whether judging waits until order is certain, instead of at arrival
   * @param retention milliseconds that touchpoints are retained
   * @param touchpoints how many are retained
   */
  public record Settings(long disorder, boolean settled, long retention, int touchpoints) {}

  /** Name, version and hash. */
  public RulebookRef ref() {
    return ref;
  }

  /** What holds for all rules. */
  public Settings settings() {
    return settings;
  }

  /** All rules that detect moments, in the order of the rulebook. */
  public List<MomentRule> moments() {
    return moments;
  }

  /** The rule of a name; empty where only an earlier rulebook had it. */
  public Optional<MomentRule> moment(String name) {
    return moments.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** The rules that a touchpoint of this type can start, advance or break. */
  public List<MomentRule> caringFor(String type) {
    return byType.getOrDefault(type, forAnyType);
  }

  /** The actions that answer a rule's moments, in order of their names. */
  public List<ActionRule> answering(String rule) {
    return answers.getOrDefault(rule, List.of());
  }
}
