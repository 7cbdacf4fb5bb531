package io.kizashi.language.read;

import io.kizashi.core.expression.Bindings;
import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.Value;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.EmotionBound;
import io.kizashi.core.rules.Interests;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Step;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.expression.Scope;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads the steps of patterns. */
final class PatternReader {
  /** Steps of one pattern: a story of more is several moments. */
  private static final int MAX_STEPS = 16;

  /** Repetitions of one step. */
  private static final int MOST_TIMES = 50;

  /** Business days that an absence may last: a year of them. */
  private static final int MOST_BUSINESS_DAYS = 250;

  private static final Set<String> RESERVED =
      Set.of(
          Bindings.EVENT,
          "customer",
          "signals",
          "segments",
          "emotion",
          "session",
          "pool",
          "now",
          "local");

  private final ExpressionCompiler expressions;
  private final Settings settings;
  private final Problems problems;

  PatternReader(ExpressionCompiler expressions, Settings settings, Problems problems) {
    this.expressions = expressions;
    this.settings = settings;
    this.problems = problems;
  }

  /** Steps in order, and the names that they capture touchpoints by. */
  record Steps(List<Step> steps, Set<String> captures) {}

  Optional<Steps> steps(Fields moment) {
    Optional<YamlNode> pattern =
        moment.required("pattern", "pattern: [ { event: … }, { absence: …, for: 30m } ]");
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    if (!(pattern.get() instanceof Sequence sequence)
        || sequence.items().isEmpty()
        || sequence.items().size() > MAX_STEPS) {
      problems.error(
          pattern.get().at(), "pattern", "a pattern is a list of 1 to " + MAX_STEPS + " steps", "");
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Set<String> captures = new TreeSet<>();
    int read = 0;
    for (YamlNode item : sequence.items()) {
      List<Step> more = step(item, steps.isEmpty() && read == 0, captures);
      read += more.isEmpty() ? 0 : 1;
      steps.addAll(more);
    }
    boolean complete = read == sequence.items().size() && steps.get(0) instanceof Step.Event;
    return complete ? Optional.of(new Steps(steps, captures)) : Optional.empty();
  }

  /** The step, two for one that is short for two; none where something is wrong. */
  private List<Step> step(YamlNode node, boolean first, Set<String> captures) {
    Optional<Fields> read = Fields.of(node, "a step", problems);
    if (read.isEmpty()) {
      return List.of();
    }
    List<String> kinds =
        Keys.STEP.built().stream().filter(read.get().named()::containsKey).sorted().toList();
    if (kinds.size() > 1) {
      problems.error(
          node.at(),
          "step",
          "this is several steps at once: " + String.join(", ", kinds),
          "make a step of each, one below the other, each with its own dash");
      return List.of();
    }
    if (read.get().get("event").isPresent()) {
      return Fields.of(node, Keys.EVENT, problems).flatMap(f -> event(f, first, captures)).stream()
          .toList();
    }
    if (read.get().get("absence").isPresent()) {
      return Fields.of(node, Keys.ABSENCE, problems)
          .flatMap(f -> absence(f, first, captures))
          .stream()
          .toList();
    }
    if (read.get().get("emotion").isPresent()) {
      return Fields.of(node, Keys.EMOTION, problems)
          .flatMap(f -> emotion(f, first, captures))
          .stream()
          .toList();
    }
    if (read.get().get("date").isPresent()) {
      return Fields.of(node, Keys.DATE, problems).map(f -> date(f, first)).orElse(List.of());
    }
    Fields.of(node, Keys.STEP, problems);
    problems.error(
        node.at(),
        "step",
        "a step is an event, an absence, an emotion or a date",
        "{ event: cart_updated, as: cart }");
    return List.of();
  }

  private Optional<Step> event(Fields fields, boolean first, Set<String> captures) {
    int times = (int) fields.whole("times", 2, MOST_TIMES).orElse(1);
    long within = within(fields, first && fields.get("times").isEmpty());
    Optional<Scalar> as = fields.scalar("as");
    Set<String> visible = new TreeSet<>(captures);
    if (times > 1) {
      as.ifPresent(name -> visible.add(name.text()));
    }
    Optional<Step.Fit> fit = fit(fields, "event", visible);
    String name = as.map(scalar -> capture(scalar, captures)).orElse("");
    return fit.map(f -> new Step.Event(f, name, within, times));
  }

  private long within(Fields fields, boolean useless) {
    if (useless && fields.get("within").isPresent()) {
      problems.error(
          fields.keyAt("within"),
          "useless",
          "the first step follows nothing that it could be within",
          "put it on the step that must come soon after");
    }
    return fields.duration("within", 1, SettingsReader.MOST_RETENTION).orElse(Long.MAX_VALUE);
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
    Optional<Deadline> deadline = deadline(fields, captures);
    return fit.flatMap(f -> deadline.map(d -> new Step.Absence(f, d)));
  }

  private Optional<Deadline> deadline(Fields fields, Set<String> captures) {
    if (fields.get("until").isPresent()) {
      if (fields.get("for").isPresent()) {
        problems.error(
            fields.keyAt("until"),
            "useless",
            "an absence lasts for a time or until one",
            "keep one of for: and until:");
      }
      long grace = fields.duration("grace", 0, SettingsReader.MOST_RETENTION).orElse(0);
      Optional<Value> value =
          fields
              .scalar("until")
              .flatMap(t -> expressions.value(t, Scope.end(captures), ValueKind.TIME, problems));
      return value.map(v -> new Deadline.Until(v, grace, settings.calendar().zone()));
    }
    if (fields.get("grace").isPresent()) {
      problems.error(
          fields.keyAt("grace"),
          "useless",
          "grace is added to until:, and there is none",
          "make for: longer instead");
    }
    fields.required(
        "for", "for: 30m, or a time that data names: until: 'promise.properties.dueAt'");
    OptionalInt days =
        fields.scalar("for").map(DurationReader::businessDays).orElse(OptionalInt.empty());
    return days.isPresent()
        ? businessDays(fields, days.getAsInt())
        : Optional.of(
            new Deadline.After(fields.duration("for", 1, SettingsReader.MOST_RETENTION).orElse(1)));
  }

  private Optional<Deadline> businessDays(Fields fields, int days) {
    if (days < 1 || days > MOST_BUSINESS_DAYS) {
      problems.error(
          fields.keyAt("for"),
          "out_of_bounds",
          "an absence lasts 1bd to " + MOST_BUSINESS_DAYS + "bd",
          days < 1 ? "" : "count a longer one in calendar days: 365d");
      return Optional.empty();
    }
    long longest = settings.calendar().longest(days);
    return Optional.of(new Deadline.BusinessDays(days, settings.calendar(), longest));
  }

  private Optional<Step> emotion(Fields fields, boolean first, Set<String> captures) {
    long within = within(fields, first);
    String name = fields.scalar("as").map(scalar -> capture(scalar, captures)).orElse("");
    Optional<Fields> bound =
        fields.get("emotion").flatMap(node -> Fields.of(node, Keys.BOUND, problems));
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    boolean above = bound.get().get("above").isPresent();
    if (above == bound.get().get("below").isPresent()) {
      problems.error(
          bound.get().at(),
          "emotion",
          "an emotion step has exactly one bound, below: or above:",
          "emotion: { below: -0.5 }");
      return Optional.empty();
    }
    return bound
        .get()
        .number(above ? "above" : "below", -1, 1)
        .map(
            value ->
                new Step.Event(
                    new Step.Fit(
                        Step.ANY, new EmotionBound(value, above, first), Interest.EMOTIONAL),
                    name,
                    within,
                    1));
  }

  /** What falls due before a date: a profile that states it, and none that states another. */
  private List<Step> date(Fields fields, boolean first) {
    if (!first) {
      problems.error(
          fields.at(), "pattern", "a date can only be the first step", "put it in front");
    }
    fields.required("before", "before: 14d");
    long before = fields.duration("before", 0, Deadline.FARTHEST).orElse(0);
    Optional<String> property = fields.scalar("date").flatMap(this::property);
    if (property.isEmpty() || !first) {
      return List.of();
    }
    Condition states = new HasProperty(property.get());
    Step.Fit fit =
        new Step.Fit(Profile.TYPE, states, new Interest(false, false, Set.of(Profile.TYPE)));
    return List.of(
        new Step.Event(fit, "", Long.MAX_VALUE, 1),
        new Step.Absence(
            fit, new Deadline.Before(property.get(), before, settings.calendar().zone())));
  }

  private Optional<String> property(Scalar date) {
    if (date.text().matches("customer\\.[A-Za-z_][A-Za-z0-9_]*")) {
      return Optional.of(date.text().substring("customer.".length()));
    }
    problems.error(
        date.at(),
        "date",
        "'" + date.text() + "' names no date of the profile",
        "date: 'customer.renewalAt'; for a date in a touchpoint use absence with until:");
    return Optional.empty();
  }

  /** A type under a key, with the condition under {@code where}. */
  Optional<Step.Fit> fit(Fields fields, String key, Set<String> captures) {
    Optional<String> type = fields.scalar(key).flatMap(this::type);
    Optional<Scalar> where = fields.scalar("where");
    Condition condition =
        where
            .flatMap(text -> expressions.condition(text, Scope.step(captures), problems))
            .orElse(Condition.ALWAYS);
    type.ifPresent(t -> where.ifPresent(text -> checkReachable(text, t, condition)));
    return type.map(t -> new Step.Fit(t, condition, Interests.fitting(t, condition)));
  }

  private void checkReachable(Scalar where, String type, Condition condition) {
    boolean never =
        !type.equals(Step.ANY)
            && condition.types().filter(types -> !types.contains(type)).isPresent();
    if (never) {
      problems.error(
          where.at(),
          "unreachable",
          "this never holds for a touchpoint of type '" + type + "'",
          "leave event.type out: the step names the type already");
    }
  }

  /** A touchpoint type. */
  Optional<String> type(Scalar type) {
    if (type.text().matches("[a-z][a-z0-9_]*")) {
      return Optional.of(type.text());
    }
    problems.error(
        type.at(),
        "touchpoint_type",
        "'" + type.text() + "' is no touchpoint type",
        "types are snake_case, like cart_updated; any stands for all");
    return Optional.empty();
  }

  private String capture(Scalar name, Set<String> captures) {
    if (!name.text().matches("[a-z][a-z0-9_]*") || RESERVED.contains(name.text())) {
      problems.error(
          name.at(),
          "capture",
          "'" + name.text() + "' can't be a name here",
          RESERVED.contains(name.text())
              ? "expressions mean something else by it; as: cart"
              : "names are snake_case: as: cart");
    } else if (!captures.add(name.text())) {
      problems.error(
          name.at(),
          "capture",
          "'" + name.text() + "' names an earlier step already",
          "give this one another name");
    }
    return name.text();
  }
}
