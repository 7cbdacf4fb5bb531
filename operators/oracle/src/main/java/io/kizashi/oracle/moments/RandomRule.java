package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A random rule that detects moments. All times are milliseconds.
 *
 * @param first whether the first attempt holds off later ones, instead of the latest replacing it
 * @param unless what must not come after the anchor
 * @param by which matter a touchpoint belongs to
 */
record RandomRule(
    List<RandomStep> steps,
    boolean first,
    Optional<RandomStep.Event> unless,
    Expr when,
    Optional<Expr> severity,
    Optional<Long> oncePer,
    long openFor,
    String stage,
    Optional<Touched> by) {
  /**
   * Copies the steps. Each year's day is an attempt of its own: it holds none off yet, and no
   * moments of other rules may follow it.
   */
  RandomRule {
    steps = steps.stream().anyMatch(RandomRule::isMoment) ? once(steps) : List.copyOf(steps);
    first &= !(steps.get(0) instanceof RandomStep.Date date && date.yearly());
  }

  private static boolean isMoment(RandomStep step) {
    return step instanceof RandomStep.Event e && Followed.isMoment(e.type());
  }

  /** The steps with each date once, and not every year. */
  private static List<RandomStep> once(List<RandomStep> steps) {
    return steps.stream()
        .map(
            step ->
                step instanceof RandomStep.Date date
                    ? new RandomStep.Date(date.name(), date.before(), false)
                    : step)
        .toList();
  }

  /** The same with other steps. */
  RandomRule with(List<RandomStep> others) {
    return new RandomRule(others, first, unless, when, severity, oncePer, openFor, stage, by);
  }

  /** The same, in which no moment hangs on another attempt. */
  RandomRule independent() {
    return new RandomRule(
        steps, false, unless, when, severity, Optional.empty(), openFor, stage, by);
  }

  /** The same, which tells matters apart; where the newest replaces nothing, it can't yet. */
  RandomRule by(Optional<Touched> matter) {
    return first
        ? this
        : new RandomRule(steps, false, unless, when, severity, oncePer, openFor, stage, matter);
  }

  /** Whether it looks for moments of other rules. */
  boolean follows() {
    return steps.stream().anyMatch(RandomRule::isMoment);
  }

  /** Whether something in it hangs on how the customer feels. */
  boolean readsFeelings() {
    return steps.stream().anyMatch(RandomStep.Turn.class::isInstance)
        || expressions()
            .flatMap(Expr::parts)
            .anyMatch(part -> part instanceof KnownFacts.Mood || part instanceof KnownFacts.Word);
  }

  /** Every expression in it. */
  Stream<Expr> expressions() {
    return Stream.of(
            steps.stream().flatMap(step -> step.expression().stream()),
            unless.stream().map(RandomStep.Event::where),
            Stream.of(when),
            severity.stream())
        .flatMap(all -> all);
  }

  String yaml(RandomScope names) {
    List<String> lines = new ArrayList<>();
    lines.add("kind: drop_off");
    lines.add("restart: " + (first ? "first" : "latest"));
    by.ifPresent(matter -> lines.add("by: '" + matter.cel(names.with(true, List.of())) + "'"));
    lines.add("open-for: " + Yaml.span(openFor));
    lines.add("pattern:");
    List<String> captures = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      RandomStep step = steps.get(i);
      String as = "c" + i;
      List<String> seen = new ArrayList<>(captures);
      if (step instanceof RandomStep.Event event && event.speaksOfItself()) {
        seen.add(as);
      }
      lines.add("  - " + step.yaml(names.with(true, seen), as));
      if (step.named()) {
        captures.add(as);
      }
    }
    RandomScope end = names.with(false, captures);
    List<String> anchor = steps.get(0).named() ? List.of("c0") : List.of();
    unless.ifPresent(u -> lines.add("unless: " + u.yaml(names.with(true, anchor), "")));
    if (!when.equals(Expr.Constant.TRUE)) {
      lines.add("when: '" + when.cel(end) + "'");
    }
    severity.ifPresent(s -> lines.add("severity: '" + s.cel(end) + "'"));
    oncePer.ifPresent(span -> lines.add("once-per: " + Yaml.span(span)));
    if (!stage.isEmpty()) {
      lines.add("stage: " + stage);
    }
    return String.join("\n    ", lines);
  }
}
