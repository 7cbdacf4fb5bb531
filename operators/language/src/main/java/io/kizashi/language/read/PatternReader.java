package io.kizashi.language.read;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Interest;
import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Step;
import io.kizashi.core.rules.Stood;
import io.kizashi.language.expression.ExpressionCompiler;
import io.kizashi.language.yaml.Problems;
import io.kizashi.language.yaml.YamlNode;
import io.kizashi.language.yaml.YamlNode.Mapping;
import io.kizashi.language.yaml.YamlNode.Scalar;
import io.kizashi.language.yaml.YamlNode.Sequence;
import io.kizashi.schema.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the steps of patterns. */
final class PatternReader {
  /** Repetitions of one step. */
  private static final int MOST_TIMES = 50;

  private static final String PATTERN = "pattern";

  private final FitReader fits;
  private final DeadlineReader deadlines;
  private final DateStepReader dates;
  private final EmotionStepReader emotions;
  private final Problems problems;

  PatternReader(
      ExpressionCompiler expressions, FitReader fits, Settings settings, Problems problems) {
    this.fits = fits;
    this.deadlines = new DeadlineReader(expressions, settings.calendar(), problems);
    this.dates = new DateStepReader(settings.calendar().zone(), problems);
    this.emotions = new EmotionStepReader(problems);
    this.problems = problems;
  }

  /**
   * Steps in order, and the names that they capture touchpoints by.
   *
   * @param sound whether all of them could be read
   */
  record Steps(List<Step> steps, Set<String> captures, boolean sound) {}

  /** The steps of a moment; empty where it has no list of them. */
  Optional<Steps> steps(Fields moment) {
    Optional<YamlNode> pattern =
        moment.required("pattern", "pattern: [ { event: … }, { absence: …, for: 30m } ]");
    return pattern.flatMap(node -> steps(moment, node));
  }

  private Optional<Steps> steps(Fields moment, YamlNode pattern) {
    String message = "a pattern is a list of 1 to " + Bounds.PATTERN_STEPS + " steps";
    List<YamlNode> items = moment.items(pattern, Keys.ofAnyStep(), PATTERN, message, "");
    if (items.isEmpty() || items.size() > Bounds.PATTERN_STEPS) {
      if (pattern instanceof Sequence) {
        problems.error(pattern.at(), PATTERN, message, "");
      }
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    Captures captures = new Captures(problems);
    int read = 0;
    boolean first = true;
    for (YamlNode item : items) {
      List<Step> more = step(item, first, captures);
      read += more.isEmpty() ? 0 : 1;
      steps.addAll(more);
      first = false;
    }
    boolean sound = read == items.size() && steps.get(0) instanceof Step.Event;
    return Optional.of(new Steps(steps, captures.names(), sound));
  }

  /** The step, two for one that is short for two; none where something is wrong. */
  private List<Step> step(YamlNode node, boolean first, Captures captures) {
    Optional<Fields> read = Fields.of(node, "a step", problems);
    if (read.isEmpty()) {
      return List.of();
    }
    Mapping mended = MistypedKeys.mended((Mapping) node, Keys.STEP);
    List<String> kinds =
        Keys.STEP.built().stream().filter(mended.entries()::containsKey).sorted().toList();
    if (kinds.size() > 1) {
      problems.error(
          node.at(),
          "step",
          "this is several steps at once: " + String.join(", ", kinds),
          "make a step of each, one below the other, each with its own dash");
      return List.of();
    }
    if (mended.get("event").isPresent()) {
      return step(node, Keys.EVENT, fields -> event(fields, first, captures));
    }
    if (mended.get("absence").isPresent()) {
      return step(node, Keys.ABSENCE, fields -> absence(fields, first, captures));
    }
    if (mended.get("emotion").isPresent()) {
      return step(node, Keys.EMOTION, fields -> emotion(fields, first, captures));
    }
    if (mended.get("moment").isPresent()) {
      return step(node, Keys.FOLLOWED, fields -> moment(fields, first, captures));
    }
    if (mended.get("date").isPresent()) {
      return Fields.of(node, Keys.DATE, problems).map(f -> dates.steps(f, first)).orElse(List.of());
    }
    Fields.of(node, Keys.STEP, problems);
    problems.error(
        node.at(),
        "step",
        "a step is an event, an absence, an emotion, a moment or a date",
        "{ event: cart_updated, as: cart }");
    return List.of();
  }

  private List<Step> step(YamlNode node, Keys keys, Function<Fields, Optional<Step>> read) {
    return Fields.of(node, keys, problems).flatMap(read).stream().toList();
  }

  private Optional<Step> event(Fields fields, boolean first, Captures captures) {
    int times = (int) fields.whole("times", 2, MOST_TIMES).orElse(1);
    long within = within(fields, first && fields.get("times").isEmpty());
    Optional<Scalar> as = fields.scalar("as");
    Set<String> visible = new TreeSet<>(captures.names());
    if (times > 1) {
      as.ifPresent(name -> visible.add(name.text()));
    }
    Optional<Step.Fit> fit = fits.fit(fields, "event", visible);
    String name = as.map(captures::add).orElse("");
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

  private Optional<Step> absence(Fields fields, boolean first, Captures captures) {
    if (first) {
      problems.error(
          fields.at(),
          PATTERN,
          "a pattern can't begin with an absence",
          "begin with the event after which something fails to happen");
    }
    Optional<Step.Fit> fit = fits.fit(fields, "absence", captures.names());
    Optional<Deadline> deadline = deadlines.deadline(fields, captures);
    return fit.flatMap(f -> deadline.map(d -> new Step.Absence(f, d)));
  }

  private Optional<Step> moment(Fields fields, boolean first, Captures captures) {
    long within = within(fields, first);
    String as = fields.scalar("as").map(captures::add).orElse("");
    return fields
        .scalar("moment")
        .map(name -> new Step.Fit(Stood.type(name.text()), Condition.ALWAYS, Interest.NONE))
        .map(fit -> new Step.Event(fit, as, within, 1));
  }

  private Optional<Step> emotion(Fields fields, boolean first, Captures captures) {
    long within = within(fields, first);
    String name = fields.scalar("as").map(captures::add).orElse("");
    return emotions.step(fields, name, within, first);
  }
}
