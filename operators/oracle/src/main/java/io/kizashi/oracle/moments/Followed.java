package io.kizashi.oracle.moments;

import io.kizashi.schema.Actor;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moments as steps of other rules see them: at the end of their instant, under their own id. */
final class Followed {
  private static final String PREFIX = "moment/rule_";

  private Followed() {}

  static boolean isMoment(String type) {
    return type.startsWith(PREFIX);
  }

  static String type(int rule) {
    return PREFIX + rule;
  }

  /** The number of the rule that a step looks for. */
  static int rule(String type) {
    return Integer.parseInt(type.substring(PREFIX.length()));
  }

  /** Where a touchpoint lies, or a moment. */
  static Position place(Touchpoint t) {
    return isMoment(t.type()) ? Position.after(t.time()) : t.position();
  }

  static Touchpoint of(
      RandomRulebook rulebook, RandomRule rule, NaiveAttempt attempt, NaiveModel model) {
    String stage = model.stage(rule, attempt);
    return new Touchpoint(
        ShownMoments.id(rulebook, rule, attempt),
        "moment/" + rulebook.name(rule),
        attempt.detectedAt(),
        attempt.anchor().cameUnder(),
        Actor.SYSTEM,
        new Setting("", "", "", "", "", "", "", stage, "", List.of()),
        Optional.empty(),
        "",
        Map.of("moment", rulebook.name(rule), "severity", model.severity(rule, attempt)),
        attempt.detectedAt());
  }

  /**
   * Rules in which each step that looks for a moment looks for one of an earlier rule; where it
   * can't, it looks for a touchpoint.
   */
  static List<RandomRule> linked(List<RandomRule> rules, boolean possible) {
    List<RandomRule> linked = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int number = i;
      RandomRule rule = rules.get(i);
      linked.add(
          rule.with(
              rule.steps().stream()
                  .map(step -> linked(step, number, possible && rule.by().isEmpty()))
                  .toList()));
    }
    return linked;
  }

  private static RandomStep linked(RandomStep step, int number, boolean possible) {
    if (!(step instanceof RandomStep.Event event) || !isMoment(event.type())) {
      return step;
    }
    int other = number == 0 ? 0 : rule(event.type()) % number;
    boolean seen = other % 4 != 3 || number % 4 == 3; // what runs in shadow is seen there only
    String type = possible && number > 0 && seen ? type(other) : "alpha";
    return new RandomStep.Event(type, Expr.Constant.TRUE, event.named(), event.within(), 1);
  }
}
