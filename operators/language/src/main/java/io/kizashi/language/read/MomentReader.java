package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.recipient.CustomerList;
import io.kizashi.core.rules.Interests;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.MomentRule.Restart;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Trial;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.read.PatternReader.Steps;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads moments. */
final class MomentReader {
  private static final long MINUTE = 60_000L;

  /** A moment that nobody says otherwise of waits a day for its answer: then it is old news. */
  private static final long DAY = 86_400_000L;

  private static final long MONTH = 31 * DAY;

  private static final Map<String, Moment.Kind> KINDS =
      Map.of("drop_off", Moment.Kind.DROP_OFF, "moment_of_truth", Moment.Kind.MOMENT_OF_TRUTH);

  private static final Map<String, Restart> RESTARTS =
      Map.of("latest", Restart.LATEST, "first", Restart.FIRST);

  private final ExpressionCompiler expressions;
  private final PatternReader patterns;
  private final Interests interests;
  private final Definitions definitions;
  private final FitReader fits;
  private final HorizonReader horizons;
  private final LabelReader labels;
  private final FeelingReader feelings;
  private final MatterReader matters;
  private final Optional<CustomerList> testers;
  private final Problems problems;

  /**
   * A reader of moments.
   *
   * @param mostRetained milliseconds that touchpoints can be retained at most
   * @param testers customers for whom nothing is on trial
   */
  MomentReader(
      Vocabulary vocabulary,
      ExpressionCompiler expressions,
      Settings settings,
      long mostRetained,
      Optional<CustomerList> testers,
      Problems problems) {
    this.expressions = expressions;
    this.fits = new FitReader(expressions, problems);
    this.patterns = new PatternReader(expressions, fits, settings, problems);
    this.interests = new Interests(vocabulary.signals());
    vocabulary.segments().forEach(interests::addSegment);
    this.definitions = new Definitions(vocabulary, settings);
    this.horizons = new HorizonReader(settings, mostRetained, problems);
    this.labels = new LabelReader(problems);
    this.feelings = new FeelingReader(problems);
    this.matters = new MatterReader(expressions, problems);
    this.testers = testers;
    this.problems = problems;
  }

  Optional<MomentRule> moment(String name, YamlNode node) {
    Optional<Fields> read = Fields.of(node, Keys.MOMENT, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = read.get();
    fields.required("kind", "kind: drop_off, or moment_of_truth");
    Moment.Kind kind = fields.choice("kind", KINDS).orElse(Moment.Kind.DROP_OFF);
    String stage = fields.scalar("stage").map(Scalar::text).orElse("");
    String owner = OwnerNames.name(fields, "owner", problems);
    Restart restart = fields.choice("restart", RESTARTS).orElse(Restart.LATEST);
    long oncePer = fields.duration("once-per", MINUTE, SettingsReader.MOST_RETENTION).orElse(0);
    long openFor = fields.duration("open-for", MINUTE, MONTH).orElse(DAY);
    Optional<Steps> steps = patterns.steps(fields);
    Map<String, String> label = labels.label(fields);
    Trial trial = fields.trial().with(testers);
    if (steps.filter(Steps::sound).isEmpty()) {
      checkRest(fields, steps, restart, trial);
      return Optional.empty();
    }
    Pattern pattern = pattern(fields, steps.get(), restart);
    Scope end = Scope.end(steps.get().captures());
    Condition when = condition(fields, end);
    Optional<Value> severity = severity(fields, end);
    Reads atEnd = when.reads().and(severity.map(Value::reads).orElse(Reads.NOTHING));
    Reads reads = Interests.reads(pattern).and(atEnd);
    Interest hangsOn = interests.of(reads);
    return Optional.of(
        new MomentRule(
            name,
            label,
            kind,
            stage,
            owner,
            pattern,
            when,
            severity,
            oncePer,
            openFor,
            interests.of(pattern).or(interests.of(atEnd)),
            hangsOn,
            interests.profile(reads),
            interests.countsSession(reads),
            feelings.feels(fields, hangsOn, trial),
            trial,
            definitions.of(fields, reads, trial)));
  }

  /** What else is wrong with a moment whose pattern is: an author wants to see it at once. */
  private void checkRest(Fields fields, Optional<Steps> steps, Restart restart, Trial trial) {
    matters.by(fields, restart);
    feelings.feels(fields, Interest.NONE, trial);
    if (steps.isPresent()) {
      Set<String> captures = new TreeSet<>(steps.get().captures());
      fields.get("pattern").map(MomentNames::written).ifPresent(captures::addAll);
      Scope end = Scope.end(captures);
      condition(fields, end);
      severity(fields, end);
      fields.get("unless").ifPresent(value -> unless(value, captures));
    }
  }

  private Condition condition(Fields fields, Scope end) {
    return fields
        .scalar("when")
        .flatMap(text -> expressions.condition(text, end, problems))
        .orElse(Condition.ALWAYS);
  }

  private Optional<Value> severity(Fields fields, Scope end) {
    return fields
        .scalar("severity")
        .flatMap(text -> expressions.value(text, end, ValueKind.NUMBER, problems));
  }

  private Pattern pattern(Fields fields, Steps steps, Restart restart) {
    String anchor = ((Step.Event) steps.steps().get(0)).as();
    Set<String> named = anchor.isEmpty() ? Set.of() : Set.of(anchor);
    Optional<Step.Fit> unless = fields.get("unless").flatMap(value -> unless(value, named));
    unless.ifPresent(fit -> checkReachable(fields.keyAt("unless"), steps.steps(), fit));
    long horizon = horizons.of(steps.steps(), fields.keyAt("pattern"));
    Optional<Value> by = matters.by(fields, restart);
    Pattern pattern = new Pattern(steps.steps(), unless, restart, by, horizon);
    if (pattern.yearly().isPresent()) {
      checkYearly(fields, pattern);
    }
    return pattern;
  }

  /** What each year's day, an attempt of its own, does not go with yet. */
  private void checkYearly(Fields fields, Pattern pattern) {
    if (pattern.isExclusive()) {
      problems.error(
          fields.keyAt("restart"),
          "not_yet",
          "'restart: first' does not go with 'every: year' yet",
          "leave 'restart' out: each year's day is an attempt of its own, and replaces none");
    }
    if (pattern.follows().findAny().isPresent()) {
      problems.error(
          fields.keyAt("pattern"),
          "not_yet",
          "a moment step does not go with 'every: year' yet",
          "follow the moment of the date by a rule of its own: { moment: NAME }");
    }
  }

  /** A type, or a type with a condition that may look back at the anchor. */
  private Optional<Step.Fit> unless(YamlNode node, Set<String> captures) {
    if (node instanceof Scalar type) {
      return fits.type(type)
          .map(t -> new Step.Fit(t, Condition.ALWAYS, Interests.fitting(t, Condition.ALWAYS)));
    }
    return Fields.of(node, Keys.UNLESS, problems)
        .flatMap(
            fields -> {
              fields.required("event", "unless: { event: call_started, where: '…' }");
              return fits.fit(fields, "event", captures);
            });
  }

  /** What must come and must not come never comes. */
  private void checkReachable(Mark at, List<Step> steps, Step.Fit unless) {
    boolean always = unless.where().equals(Condition.ALWAYS);
    boolean needed =
        steps.stream()
            .skip(1)
            .filter(Step.Event.class::isInstance)
            .anyMatch(
                step -> unless.type().equals(step.fit().type()) || unless.type().equals(Step.ANY));
    if (always && needed) {
      problems.warning(
          at,
          "unreachable",
          "a later step needs what unless: rules out, so this moment can never happen",
          "give unless: a condition, { event: …, where: '…' }, or leave it out");
    }
  }
}
