package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Reads;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.Interests;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.MomentRule.Pattern;
import io.kizashi.core.rules.MomentRule.Restart;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Rules.Vocabulary;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Trial;
import io.kizashi.core.time.Durations;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.read.PatternReader.Steps;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads moments. */
final class MomentReader {
  private static final long MINUTE = 60_000L;

  /** A moment that nobody says otherwise of waits a day for its answer: then it is old news. */
  private static final long DAY = 86_400_000L;

  private static final long MONTH = 31 * DAY;

  private static final Map<String, Moment.Kind> KINDS =
      Map.of("drop_off", Moment.Kind.DROP_OFF, "moment_of_truth", Moment.Kind.MOMENT_OF_TRUTH);

  /** Plutchik's eight. */
  private static final Map<String, String> LABELS =
      Stream.of("joy", "trust", "anticipation", "surprise", "anger", "disgust", "sadness", "fear")
          .collect(Collectors.toMap(Function.identity(), Function.identity()));

  /** Behaviour tells less of feelings than words do. */
  private static final double HALF = 0.5;

  private static final Map<String, Restart> RESTARTS =
      Map.of("latest", Restart.LATEST, "first", Restart.FIRST);

  private final ExpressionCompiler expressions;
  private final PatternReader patterns;
  private final Interests interests;
  private final Definitions definitions;
  private final Settings settings;
  private final long mostRetained;
  private final Problems problems;

  /**
   * A reader of moments.
   *
   * @param mostRetained milliseconds that touchpoints can be retained at most
   */
  MomentReader(
      Vocabulary vocabulary,
      ExpressionCompiler expressions,
      Settings settings,
      long mostRetained,
      Problems problems) {
    this.expressions = expressions;
    this.patterns = new PatternReader(expressions, settings, problems);
    this.interests = new Interests(vocabulary.signals());
    vocabulary.segments().forEach(interests::addSegment);
    this.definitions = new Definitions(vocabulary, settings);
    this.settings = settings;
    this.mostRetained = mostRetained;
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
    Restart restart = fields.choice("restart", RESTARTS).orElse(Restart.LATEST);
    long oncePer = fields.duration("once-per", MINUTE, SettingsReader.MOST_RETENTION).orElse(0);
    long openFor = fields.duration("open-for", MINUTE, MONTH).orElse(DAY);
    return patterns
        .steps(fields)
        .map(
            steps -> {
              Pattern pattern = pattern(fields, steps, restart);
              Scope end = Scope.end(steps.captures());
              Condition when = condition(fields, end);
              Optional<Value> severity = severity(fields, end);
              Reads atEnd = when.reads().and(severity.map(Value::reads).orElse(Reads.NOTHING));
              Interest hangsOn = interests.of(Interests.reads(pattern).and(atEnd));
              Trial trial = fields.trial();
              return new MomentRule(
                  name,
                  label(fields),
                  kind,
                  stage,
                  pattern,
                  when,
                  severity,
                  oncePer,
                  openFor,
                  interests.of(pattern).or(interests.of(atEnd)),
                  hangsOn,
                  interests.countsSession(Interests.reads(pattern).and(atEnd)),
                  feels(fields, hangsOn, trial),
                  trial,
                  definitions.of(fields, Interests.reads(pattern).and(atEnd)));
            });
  }

  private Map<String, String> label(Fields fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    Optional<YamlNode> written = fields.get("label");
    if (written.isPresent() && written.get() instanceof Scalar) {
      problems.error(
          written.get().at(),
          "wrong_type",
          "a label says in which language it is",
          "label: { ja: かご落ち, en: Abandoned cart }");
      return labels;
    }
    written
        .flatMap(node -> Fields.of(node, "a label", problems))
        .ifPresent(
            label ->
                label
                    .named()
                    .keySet()
                    .forEach(
                        language -> {
                          checkLanguage(label.keyAt(language), language);
                          label.scalar(language).ifPresent(t -> labels.put(language, t.text()));
                        }));
    return labels;
  }

  private void checkLanguage(Mark at, String language) {
    if (!language.matches("[a-z]{2,3}")) {
      problems.error(
          at,
          "language",
          "'" + language + "' is no language",
          "two or three small letters: ja, en");
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

  /** What it adds to feelings must not hang on them, and must hold for every customer. */
  private Optional<Emotion> feels(Fields fields, Interest read, Trial trial) {
    Optional<Fields> written =
        fields.get("feels").flatMap(node -> Fields.of(node, Keys.FEELS, problems));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (read.emotional()) {
      problems.error(
          fields.keyAt("feels"),
          "circular",
          "this adds to the customer's feelings, but reads them",
          "leave feels: out, or read no emotion here, nor a segment that does");
    }
    if (!trial.equals(Trial.NONE)) {
      problems.error(
          fields.keyAt("feels"),
          "feels_in_trial",
          "what a rule adds to feelings is read by other rules, so it can't run in shadow or in"
              + " part",
          "leave feels: out while you try the rule");
    }
    return Optional.of(feeling(written.get()));
  }

  private Emotion feeling(Fields feels) {
    feels.required("valence", "feels: { valence: -0.6, arousal: 0.7, label: anger }");
    return new Emotion(
        feels.number("valence", -1, 1).orElse(0.0),
        feels.number("arousal", -1, 1).orElse(0.0),
        feels.choice("label", LABELS).orElse(""),
        feels.number("confidence", 0, 1).orElse(HALF),
        "behaviour");
  }

  private Pattern pattern(Fields fields, Steps steps, Restart restart) {
    String anchor = ((Step.Event) steps.steps().get(0)).as();
    Optional<Step.Fit> unless = fields.get("unless").flatMap(value -> unless(value, anchor));
    unless.ifPresent(fit -> checkReachable(fields.keyAt("unless"), steps.steps(), fit));
    long horizon = horizon(steps.steps(), fields.keyAt("pattern"));
    return new Pattern(steps.steps(), unless, restart, horizon);
  }

  /** A type, or a type with a condition that may look back at the anchor. */
  private Optional<Step.Fit> unless(YamlNode node, String anchor) {
    if (node instanceof Scalar type) {
      return patterns
          .type(type)
          .map(t -> new Step.Fit(t, Condition.ALWAYS, Interests.fitting(t, Condition.ALWAYS)));
    }
    Set<String> captures = anchor.isEmpty() ? Set.of() : Set.of(anchor);
    return Fields.of(node, Keys.UNLESS, problems)
        .flatMap(
            fields -> {
              fields.required("event", "unless: { event: call_started, where: '…' }");
              return patterns.fit(fields, "event", captures);
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

  private long horizon(List<Step> steps, Mark at) {
    long horizon = steps.get(0).fit().looksForSessions() ? settings.sessions().gap() : 0;
    boolean unbounded = false;
    for (int i = 0; i < steps.size(); i++) {
      long more = longest(steps.get(i), i == 0);
      unbounded |= more == Long.MAX_VALUE;
      horizon += more == Long.MAX_VALUE ? 0 : more;
    }
    if (horizon + settings.disorder() > mostRetained) {
      problems.error(
          at,
          "window_beyond_history",
          "this pattern spans "
              + Durations.text(horizon)
              + ", but touchpoints are retained for "
              + Durations.text(mostRetained),
          "raise history: { for: … } above the span and disorder, or shorten the pattern");
    }
    return unbounded ? Long.MAX_VALUE : horizon;
  }

  /** How long a step lasts at most; {@link Long#MAX_VALUE} where nothing says so. */
  private static long longest(Step step, boolean first) {
    if (step instanceof Step.Absence absence) {
      long longest = absence.deadline().longest();
      return longest == Deadline.FARTHEST ? Long.MAX_VALUE : longest;
    }
    Step.Event event = (Step.Event) step;
    if (first) {
      return event.isRepeated() ? event.within() : 0;
    }
    return event.isRepeated() ? Long.MAX_VALUE : event.within();
  }
}
