package io.kizashi.control.emotion;

import io.kizashi.core.detect.Feelings;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.signal.Mood;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.History;
import io.kizashi.schema.state.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that told of a customer's emotion.
 *
 * @param rule the rule whose run did, as if it were a touchpoint; empty for a touchpoint
 */
record EmotionLine(Touchpoint touchpoint, Optional<String> rule) {
  /** All that told of it up to a time, in order. */
  static List<EmotionLine> all(List<Touchpoint> touchpoints, Optional<Rules> rules, long at) {
    List<EmotionLine> all = new ArrayList<>();
    touchpoints.stream()
        .filter(Mood::isTold)
        .forEach(touchpoint -> all.add(new EmotionLine(touchpoint, Optional.empty())));
    rules.ifPresent(known -> all.addAll(byBehaviour(touchpoints, known)));
    all.removeIf(told -> told.touchpoint().time() > at);
    all.sort(Comparator.comparing(told -> told.touchpoint().position()));
    return all;
  }

  private static List<EmotionLine> byBehaviour(List<Touchpoint> touchpoints, Rules rules) {
    History history = History.EMPTY;
    Profile profile = Profile.EMPTY;
    for (Touchpoint touchpoint : touchpoints) {
      history = history.with(touchpoint);
      profile =
          touchpoint.type().equals(Profile.TYPE) ? profile.with(touchpoint, Set.of()) : profile;
    }
    CustomerState state = CustomerState.EMPTY.withHistory(history).withProfile(profile);
    List<EmotionLine> told = new ArrayList<>();
    Feelings.in(World.of(state, rules, new Misses()))
        .forEach((run, felt) -> told.add(new EmotionLine(felt, Optional.of(run.rule()))));
    return told;
  }

  Emotion emotion() {
    return touchpoint.emotion().orElseThrow();
  }

  /** What it is, for people. */
  String name() {
    return rule.map(name -> "rule " + name)
        .orElseGet(() -> touchpoint.id() + " " + touchpoint.type());
  }
}
