package io.kizashi.language.read;

import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.EmotionInputs;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.language.asked.Asked;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.ExpressionMemory;
import io.kizashi.language.expression.Places;
import io.kizashi.language.lint.Revealing;
import io.kizashi.language.lint.Warnings;
import io.kizashi.language.plan.PlanCheck;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.RulebookRef;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Compiles a rulebook's text. The command line and the engine use this same compiler, so what one
 * accepts the other runs.
 */
public final class RulebookCompiler {
  private final Problems problems = new Problems();
  private final RulebookDocument document;
  private final ExpressionMemory memory;

  private RulebookCompiler(RulebookDocument document, ExpressionMemory memory) {
    this.document = document;
    this.memory = memory;
  }

  /** Compiles; never throws for what an author wrote. */
  public static Compilation compile(RulebookDocument document) {
    return compile(document, new ExpressionMemory());
  }

  /**
   * Compiles one rulebook of several that differ little.
   *
   * @param memory of those compiled before; remembers this one from now on
   */
  public static Compilation compile(RulebookDocument document, ExpressionMemory memory) {
    Compilation compilation = new RulebookCompiler(document, memory).compile();
    memory.forgetUnused();
    return compilation;
  }

  /** The text with what it includes, as one mapping; empty where some of it is no YAML. */
  public static Optional<Mapping> written(RulebookDocument document) {
    return new Includes(document, new Problems())
        .read()
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  /**
   * The tracking plan of a rulebook, or of a file of its own that rulebooks include; its rules are
   * not looked at.
   *
   * @param problems gets what is wrong with it; at least one error where there is none
   */
  public static Optional<TrackingPlan> plan(RulebookDocument document, Problems problems) {
    return new Includes(document, problems)
        .read()
        .flatMap(node -> Fields.of(node, "a tracking plan", problems))
        .filter(fields -> fields.required("events", PlanReader.EXAMPLE).isPresent())
        .flatMap(fields -> new PlanReader(problems).plan(fields));
  }

  private Compilation compile() {
    Includes includes = new Includes(document, problems);
    Optional<Compilation.Compiled> compiled =
        includes
            .read()
            .flatMap(
                top ->
                    Fields.of(top, Keys.RULEBOOK, problems)
                        .map(fields -> compiled(fields, Places.of(top), includes.lists())));
    return compiled.isPresent() && problems.ok()
        ? compiled.get()
        : new Compilation.Refused(problems.all());
  }

  private Compilation.Compiled compiled(Fields top, Places places, ListFiles files) {
    String name =
        top.required("rulebook", "name it: rulebook: retail").isPresent()
            ? top.scalar("rulebook").map(YamlNode.Scalar::text).orElse("")
            : "";
    SettingsReader reader = new SettingsReader(top, problems);
    Settings asked = reader.settings();
    Map<String, CustomerList> lists = new ListsReader(top, files, problems).lists();
    Optional<CustomerList> testers = new TestersReader(top, lists, problems).testers();
    VocabularyReader words = new VocabularyReader(top, lists, places, memory, problems);
    Vocabulary vocabulary = words.vocabulary(asked.emotion());
    ExpressionCompiler expressions = words.expressions(vocabulary);
    long most = reader.saysRetention() ? asked.retention() : SettingsReader.MOST_RETENTION;
    List<MomentRule> alone =
        new FollowedReader(top, problems)
            .checked(
                moments(
                    top,
                    new MomentReader(vocabulary, expressions, asked, most, testers, problems)));
    EmotionInputs felt = EmotionInputs.by(alone, asked.emotion());
    List<MomentRule> moments = alone.stream().map(rule -> rule.among(felt)).toList();
    MomentNames names = new MomentNames(moments, top);
    List<ActionRule> actions = actions(top, names, expressions, asked.calendar().zone(), testers);
    Settings settings = reader.saysRetention() ? asked : asked.retaining(moments);
    GuardReader guards = new GuardReader(vocabulary, expressions, settings, felt, names, problems);
    OwnersReader whose =
        new OwnersReader(
            top, expressions, asked.calendar().zone(), new OwnerFiles(files, problems), problems);
    Optional<Owners> owners = whose.owners();
    files.checkNamed(top.written("lists"));
    Policies policies =
        new PolicyReader(
                top, guards, asked.calendar().holidays(), actions, moments, lists, problems)
            .policies(owners);
    TestClock clock = new TestClock(asked.calendar().zone());
    List<RulebookTest> tests = new TestReader(top, clock, actions, problems).tests();
    Optional<TrackingPlan> plan = new PlanReader(problems).plan(top);
    plan.ifPresent(it -> PlanCheck.note(Asked.named(top.mapping()), it, problems));
    Map<String, List<ActionRule>> answers = new HashMap<>();
    for (ActionRule action : actions) {
      action.answers().forEach(m -> answers.computeIfAbsent(m, x -> new ArrayList<>()).add(action));
    }
    if (problems.ok()) {
      whose.warn(actions, owners);
      UnreadLists.note(top, policies, testers, problems);
      written(top, "actions").ifPresent(it -> Revealing.note(it, actions, problems));
      written(top, "moments")
          .ifPresent(it -> Warnings.note(it, moments, answers.keySet(), vocabulary, problems));
    }
    RulebookRef ref = new RulebookRef(name, document.version(), document.hash());
    Rules rules = new Rules(ref, settings, vocabulary, moments, felt, answers, policies);
    return new Compilation.Compiled(rules, tests, plan, problems.all());
  }

  private static Optional<Mapping> written(Fields top, String key) {
    return top.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  private List<MomentRule> moments(Fields top, MomentReader reader) {
    return top.required("moments", "a rulebook without moments detects nothing")
        .map(node -> read("moments", node, reader::moment))
        .orElse(List.of());
  }

  private List<ActionRule> actions(
      Fields top,
      MomentNames moments,
      ExpressionCompiler expressions,
      ZoneId zone,
      Optional<CustomerList> testers) {
    Set<String> addressed = AddressReader.languages(top);
    ActionReader reader =
        new ActionReader(moments, expressions, addressed, zone, testers, problems);
    return top.get("actions").map(node -> read("actions", node, reader::action)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(ActionRule::name))
        .toList();
  }

  /** Reads what an author named, in the order of the text; thousands are read side by side. */
  private <T> List<T> read(
      String place, YamlNode node, BiFunction<String, YamlNode, Optional<T>> reader) {
    return Fields.of(node, place, problems).map(Fields::named).orElse(Map.of()).entrySet().stream()
        .parallel()
        .flatMap(named -> reader.apply(named.getKey(), named.getValue()).stream())
        .toList();
  }
}
