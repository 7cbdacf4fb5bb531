package io.kizashi.core.rules;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.Value;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.recipient.Owners;
import io.kizashi.core.signal.HalfLives;
import io.kizashi.core.signal.Signal;
import io.kizashi.core.time.BusinessCalendar;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Sha256;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A compiled rulebook: the plan that decisions follow. Immutable; shared by tasks. */
public final class Rules {
  private final RulebookRef ref;
  private final Settings settings;
  private final Vocabulary vocabulary;
  private final Map<String, MomentRule> byName;
  private final RuleIndex plan;
  private final Map<String, List<ActionRule>> answers;
  private final Policies policies;
  private final boolean hasShadow;
  private final Set<String> profile;

  /**
   * Rules that are compiled.
   *
   * @param moments in the order of the rulebook
   * @param felt what the moments say of feelings
   * @param answers actions by the moment that they answer, in order of their names
   */
  public Rules(
      RulebookRef ref,
      Settings settings,
      Vocabulary vocabulary,
      List<MomentRule> moments,
      EmotionInputs felt,
      Map<String, List<ActionRule>> answers,
      Policies policies) {
    this.ref = ref;
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.plan = new RuleIndex(moments, felt);
    this.byName = plan.byName();
    this.answers = Map.copyOf(answers);
    this.policies = policies;
    this.hasShadow =
        moments.stream().anyMatch(rule -> rule.trial().shadow())
            || answers.values().stream()
                .flatMap(List::stream)
                .anyMatch(action -> action.trial().shadow());
    this.profile = profile(answers.values().stream().flatMap(List::stream).toList());
  }

  private Set<String> profile(List<ActionRule> actions) {
    Interests interests = new Interests(vocabulary.signals());
    vocabulary.segments().forEach(interests::addSegment);
    Stream<Condition> asked =
        Stream.of(
                actions.stream().map(ActionRule::when),
                actions.stream().flatMap(action -> action.worth().conditions()),
                actions.stream().flatMap(ActionRule::addressed),
                policies.guards().stream().map(Guard::when))
            .flatMap(it -> it);
    Stream<Reads> read =
        Stream.of(
                asked.map(Condition::reads),
                actions.stream()
                    .flatMap(action -> action.worth().value().stream())
                    .map(Value::reads),
                policies.owners().stream().flatMap(Owners::read).map(Value::reads))
            .flatMap(it -> it);
    return Stream.of(
            plan.moments().stream().map(MomentRule::profile).flatMap(Set::stream),
            read.map(interests::profile).flatMap(Set::stream),
            actions.stream().flatMap(ActionRule::said).flatMap(interests::profile))
        .flatMap(it -> it)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What holds for all rules.
   *
   * @param disorder milliseconds that touchpoints may arrive out of order
   * @param settled whether judging waits until order is certain, instead of at arrival
   * @param retention milliseconds that touchpoints are retained
   * @param touchpoints how many are retained
   * @param sessions what a session is
   * @param calendar business days, and the time zone
   * @param emotion after how long what a customer felt counts half
   */
  public record Settings(
      long disorder,
      boolean settled,
      long retention,
      int touchpoints,
      Sessions sessions,
      BusinessCalendar calendar,
      HalfLives emotion) {
    /** These settings, retaining touchpoints as long as some rules need, and no shorter. */
    public Settings retaining(List<MomentRule> moments) {
      long needed =
          moments.stream()
              .mapToLong(rule -> rule.pattern().horizon())
              .filter(horizon -> horizon < Time.WITHOUT_LIMIT)
              .map(horizon -> horizon + disorder)
              .max()
              .orElse(0);
      return new Settings(
          disorder, settled, Math.max(retention, needed), touchpoints, sessions, calendar, emotion);
    }
  }

  /**
   * What expressions may speak of.
   *
   * @param journey tells the stage of a touchpoint
   * @param signals by name
   * @param emotion the signals that make up the customer's emotion, by field
   * @param segments by name
   * @param lists of customers, by name
   */
  public record Vocabulary(
      Journey journey,
      Map<String, Signal> signals,
      Map<String, Signal> emotion,
      Map<String, Condition> segments,
      Map<String, CustomerList> lists) {
    /** Copies the maps, in the order of the rulebook. */
    public Vocabulary {
      signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
      emotion = Collections.unmodifiableMap(new TreeMap<>(emotion));
      segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
      lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** A touchpoint as expressions see it. */
    public TouchpointView view(Touchpoint touchpoint) {
      return new TouchpointView(touchpoint, journey::stageOf);
    }
  }

  /** Name, version and hash. */
  public RulebookRef ref() {
    return ref;
  }

  /** What holds for all rules. */
  public Settings settings() {
    return settings;
  }

  /** What expressions may speak of. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** All rules that detect moments, in the order of the rulebook. */
  public Collection<MomentRule> moments() {
    return plan.moments();
  }

  /** The rule of a name; empty where only an earlier rulebook had it. */
  public Optional<MomentRule> moment(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The id of a rule's moments that begin with a touchpoint.
   *
   * @param name of the anchor: its id, and where it begins several the day of each
   */
  public String momentId(MomentRule rule, Touchpoint anchor, String name) {
    return Sha256.id(ref.name(), rule.name(), anchor.cameUnder().text(), name);
  }

  /** The dates that come every year which rules begin with. */
  public List<Deadline.Before> yearly() {
    return plan.yearly();
  }

  /** The properties of the profile that some rule or action reads. */
  public Set<String> profile() {
    return profile;
  }

  /** The rules whose runs say something of the customer's feelings. */
  public List<MomentRule> feeling() {
    return plan.feeling();
  }

  /** The rules that a touchpoint can make a difference to, in the order of the rulebook. */
  public List<MomentRule> caringFor(Touchpoint touchpoint) {
    return plan.caringFor(touchpoint);
  }

  /** The rules that some touchpoint of a history may start, in the order of the rulebook. */
  public List<MomentRule> startedBy(Collection<Touchpoint> history) {
    return plan.startedBy(history);
  }

  /** Which rules look for the moments of others. */
  public Followers followers() {
    return plan.followers();
  }

  /** Whether some rule looks at the ends of sessions. */
  public boolean looksForSessions() {
    return plan.looksForSessions();
  }

  /** Whether some rule or action is only to be noted. */
  public boolean hasShadow() {
    return hasShadow;
  }

  /** The actions that answer a rule's moments, in order of their names. */
  public List<ActionRule> answering(String rule) {
    return answers.getOrDefault(rule, List.of());
  }

  /** What holds for every action. */
  public Policies policies() {
    return policies;
  }

  /** What keeps actions back, in the order of the rulebook. */
  public List<Guard> guards() {
    return policies.guards();
  }
}
