package io.kizashi.core.rulebook;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.ExpressionCompiler;
import io.kizashi.core.rulebook.MomentRule.Restart;
import io.kizashi.core.rulebook.Rules.Settings;
import io.kizashi.core.yaml.Mark;
import io.kizashi.core.yaml.Problems;
import io.kizashi.core.yaml.YamlNode;
import io.kizashi.core.yaml.YamlNode.Scalar;
import io.kizashi.core.yaml.YamlNode.Sequence;
import io.kizashi.schema.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads moments with their patterns. */
final class PatternReader {
  /** Steps of one pattern: a story of more is several moments. */
  private static final int MAX_STEPS = 16;

  private static final long MINUTE = 60_000L;

  /** A moment that nobody says otherwise of waits a day for its answer: then it is old news. */
  private static final long DAY = 86_400_000L;

  private static final long MONTH = 31 * DAY;

  private static final Map<String, Moment.Kind> KINDS =
      Map.of("drop_off", Moment.Kind.DROP_OFF, "moment_of_truth", Moment.Kind.MOMENT_OF_TRUTH);
  private static final Map<String, Restart> RESTARTS =
      Map.of("latest", Restart.LATEST, "first", Restart.FIRST);
  private static final Set<String> RESERVED =
      Set.of(Bindings.EVENT, "customer", "signals", "emotion", "session", "pool", "now");

  private final ExpressionCompiler expressions = new ExpressionCompiler();
  private final Settings settings;
  private final Problems problems;

  PatternReader(Settings settings, Problems problems) {
    this.settings = settings;
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
    List<Step> steps = steps(fields);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String anchor = ((Step.Event) steps.get(0)).as();
    Optional<Step.Fit> unless = fields.get("unless").flatMap(value -> unless(value, anchor));
    long openFor = fields.duration("open-for", MINUTE, MONTH).orElse(DAY);
    long horizon = horizon(steps, fields.keyAt("pattern"));
    return Optional.of(new MomentRule(name, kind, stage, steps, unless, openFor, restart, horizon));
  }

  /** A type, or a type with a condition that may look back at the anchor. */
  private Optional<Step.Fit> unless(YamlNode node, String anchor) {
    if (node instanceof Scalar type) {
      return type(type).map(t -> new Step.Fit(t, Condition.ALWAYS));
    }
    Set<String> captures = anchor.isEmpty() ? Set.of() : Set.of(anchor);
    return Fields.of(node, Keys.UNLESS, problems)
        .flatMap(
            fields -> {
              fields.required("event", "unless: { event: call_started, where: '…' }");
              return fit(fields, "event", captures);
            });
  }

  private List<Step> steps(Fields fields) {
    Optional<YamlNode> pattern =
        fields.required("pattern", "pattern: [ { event: … }, { absence: …, for: 30m } ]");
    if (pattern.isEmpty()) {
      return List.of();
    }
    if (!(pattern.get() instanceof Sequence sequence)
        || sequence.items().isEmpty()
        || sequence.items().size() > MAX_STEPS) {
      problems.error(
          pattern.get().at(), "pattern", "a pattern is a list of 1 to " + MAX_STEPS + " steps", "");
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    Set<String> captures = new TreeSet<>();
    for (YamlNode item : sequence.items()) {
      step(item, steps.isEmpty(), captures).ifPresent(steps::add);
    }
    boolean complete =
        steps.size() == sequence.items().size() && steps.get(0) instanceof Step.Event;
    return complete ? steps : List.of();
  }

  private Optional<Step> step(YamlNode node, boolean first, Set<String> captures) {
    Optional<Fields> read = Fields.of(node, "a step", problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    if (read.get().get("event").isPresent()) {
      return Fields.of(node, Keys.EVENT, problems).flatMap(f -> event(f, first, captures));
    }
    if (read.get().get("absence").isPresent()) {
      return Fields.of(node, Keys.ABSENCE, problems).flatMap(f -> absence(f, first, captures));
    }
    Fields.of(node, Keys.STEP, problems);
    problems.error(
        node.at(), "step", "a step is an event or an absence", "{ event: cart_updated, as: cart }");
    return Optional.empty();
  }

  private Optional<Step> event(Fields fields, boolean first, Set<String> captures) {
    Optional<Step.Fit> fit = fit(fields, "event", captures);
    long within = fields.duration("within", 1, settings.retention()).orElse(Long.MAX_VALUE);
    if (first && fields.get("within").isPresent()) {
      problems.error(
          fields.keyAt("within"),
          "useless",
          "the first step follows nothing that it could be within",
          "put it on the step that must come soon after");
    }
    String as = fields.scalar("as").map(scalar -> capture(scalar, captures)).orElse("");
    return fit.map(f -> new Step.Event(f, as, within));
  }

  private Optional<Step> absence(Fields fields, boolean first, Set<String> captures) {
    if (first) {
      problems.error(
          fields.at(),
          "pattern",
          "a pattern can't begin with an absence",
          "begin with the event after which something fails to happen");
    }
    Optional<Step.Fit> fit = fit(fields, "absence", captures);
    fields.required("for", "for: 30m");
    long span = fields.duration("for", 1, settings.retention()).orElse(1);
    return fit.map(f -> new Step.Absence(f, span));
  }

  private Optional<Step.Fit> fit(Fields fields, String key, Set<String> captures) {
    Optional<String> type = fields.scalar(key).flatMap(this::type);
    Condition condition =
        fields
            .scalar("where")
            .flatMap(text -> expressions.condition(text, captures, problems))
            .orElse(Condition.ALWAYS);
    return type.map(t -> new Step.Fit(t, condition));
  }

  private Optional<String> type(Scalar type) {
    if (!type.text().matches("[a-z][a-z0-9_]*")) {
      problems.error(
          type.at(),
          "touchpoint_type",
          "'" + type.text() + "' is no touchpoint type",
          "types are snake_case, like cart_updated; any stands for all");
      return Optional.empty();
    }
    if (type.text().equals("session_ended")) {
      problems.error(type.at(), "not_yet", "session_ended is not built yet", "leave it");
      return Optional.empty();
    }
    return Optional.of(type.text());
  }

  private String capture(Scalar name, Set<String> captures) {
    if (!name.text().matches("[a-z][a-z0-9_]*") || RESERVED.contains(name.text())) {
      problems.error(
          name.at(), "capture", "'" + name.text() + "' can't be a name here", "as: cart");
    } else if (!captures.add(name.text())) {
      problems.error(
          name.at(), "capture", "'" + name.text() + "' names an earlier step already", "");
    }
    return name.text();
  }

  private long horizon(List<Step> steps, Mark at) {
    long horizon = 0;
    boolean unbounded = false;
    for (Step step : steps.subList(1, steps.size())) {
      long more = step instanceof Step.Event event ? event.within() : ((Step.Absence) step).span();
      unbounded |= more == Long.MAX_VALUE;
      horizon += more == Long.MAX_VALUE ? 0 : more;
    }
    if (horizon + settings.disorder() > settings.retention()) {
      problems.error(
          at,
          "window_beyond_history",
          "this pattern spans "
              + Durations.text(horizon)
              + ", but touchpoints are retained for "
              + Durations.text(settings.retention()),
          "raise history: { for: … } above the span and disorder, or shorten the pattern");
    }
    return unbounded ? settings.retention() : horizon;
  }
}
