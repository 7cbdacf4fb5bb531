package io.kizashi.oracle.decisions;

import io.kizashi.oracle.story.Yaml;
import io.kizashi.schema.ActionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A random action.
 *
 * @param staff whether a member of staff gets it
 * @param said whether the rulebook says that it advertises, or that it doesn't
 * @param answers types of the touchpoints whose moments it answers
 * @param percent for how many customers it may be chosen
 * @param active the days on which it is done
 * @param text what it says
 */
record RandomAction(
    String name,
    ActionKind kind,
    boolean staff,
    Optional<Boolean> said,
    List<String> answers,
    List<String> channels,
    Optional<FactBound> when,
    Worth worth,
    Timing timing,
    int percent,
    ActiveDays active,
    RandomText text) {
  /** Copies the lists. */
  RandomAction {
    answers = List.copyOf(answers);
    channels = List.copyOf(channels);
  }

  /**
   * What it is worth.
   *
   * @param value 1 where absent
   */
  record Worth(
      double propensity,
      Optional<RandomAmount> value,
      List<Fitting> context,
      double weight,
      double cost) {
    /** Copies the list. */
    Worth {
      context = List.copyOf(context);
    }

    /** The same, with another value for the moment of one touchpoint. */
    Worth value(String touchpoint, double number) {
      RandomAmount otherwise = value.orElse(new RandomAmount.Fixed(1));
      RandomAmount other = new RandomAmount.Except(touchpoint, number, otherwise);
      return new Worth(propensity, Optional.of(other), context, weight, cost);
    }

    /** The same with another weight. */
    Worth weight(double other) {
      return new Worth(propensity, value, context, other, cost);
    }

    /** The same with another cost. */
    Worth cost(double other) {
      return new Worth(propensity, value, context, weight, other);
    }

    /** The score; empty where the value is missing. */
    Optional<Double> score(NaiveFacts world) {
      Optional<Double> worth = value.isEmpty() ? Optional.of(1.0) : value.get().value(world);
      double factor = 1;
      for (Fitting fitting : context) {
        factor *= fitting.when().holds(world) ? fitting.times() : 1;
      }
      double fit = Math.max(0.1, Math.min(10, factor));
      return worth.map(it -> propensity * it * fit * weight - cost);
    }
  }

  /** What makes it fit better or worse. */
  record Fitting(FactBound when, double times) {}

  boolean advertises() {
    return !staff && said.orElse(List.of("sell", "ask", "retain").contains(kind.wire()));
  }

  /** Who gets it. */
  String recipient() {
    return staff ? "agent" : "customer";
  }

  /** The same, worth something else. */
  RandomAction worth(Worth other) {
    return with(when, other, timing);
  }

  /** The same at another time. */
  RandomAction timing(Timing other) {
    return with(when, worth, other);
  }

  /** The same, saying something else. */
  private RandomAction text(RandomText other) {
    return new RandomAction(
        name, kind, staff, said, answers, channels, when, worth, timing, percent, active, other);
  }

  /** The same, which expires at another time. */
  RandomAction expires(long other) {
    return timing(timing.expires(other));
  }

  private RandomAction with(Optional<FactBound> condition, Worth value, Timing time) {
    return new RandomAction(
        name, kind, staff, said, answers, channels, condition, value, time, percent, active, text);
  }

  /** The same without a condition, without worth, and at any hour. */
  List<RandomAction> simpler() {
    Worth even = new Worth(1, Optional.empty(), List.of(), 1, 0);
    List<RandomAction> simpler = new ArrayList<>();
    when.ifPresent(bound -> simpler.add(with(Optional.empty(), worth, timing)));
    if (!worth.equals(even)) {
      simpler.add(worth(even));
    }
    if (timing.responsive()) {
      simpler.add(timing(timing.anyHour()));
    }
    text.simpler().forEach(it -> simpler.add(text(it)));
    return simpler;
  }

  String yaml() {
    List<String> lines = new ArrayList<>();
    lines.add("kind: " + kind.wire());
    lines.add("answers: " + Yaml.list(answers.stream().map(PolicyRulebook::rule).toList()));
    lines.add("channels: " + Yaml.list(channels));
    lines.addAll(timing.lines());
    active.line().ifPresent(lines::add);
    if (staff) {
      lines.add("to: " + recipient());
    }
    said.ifPresent(ad -> lines.add("purpose: " + (ad ? "ad" : "service")));
    when.ifPresent(bound -> lines.add("when: '" + bound.cel() + "'"));
    worth.value().ifPresent(value -> lines.add("value: '" + value.cel() + "'"));
    factors(lines);
    if (percent < 100) {
      lines.add("rollout: " + percent + "%");
    }
    lines.addAll(text.lines(channels));
    return "  " + name + ":\n    " + String.join("\n    ", lines) + "\n";
  }

  private void factors(List<String> lines) {
    if (worth.propensity() != 1) {
      lines.add("propensity: { prior: " + Yaml.number(worth.propensity()) + " }");
    }
    if (worth.cost() != 0) {
      lines.add("cost: " + Yaml.number(worth.cost()));
    }
    if (worth.weight() != 1) {
      lines.add("weight: " + Yaml.number(worth.weight()));
    }
    if (!worth.context().isEmpty()) {
      lines.add("context:");
      for (Fitting fitting : worth.context()) {
        String times = Yaml.number(fitting.times());
        lines.add("  - { when: '" + fitting.when().cel() + "', times: " + times + " }");
      }
    }
  }
}
