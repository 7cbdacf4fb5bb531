package io.kizashi.core.rules;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.signal.HalfLives;
import io.kizashi.schema.Sha256;
import java.util.List;

/**
 * What rules say of the customer's feelings: whoever reads these hangs on it.
 *
 * @param interest the touchpoints that can make a difference to it
 * @param definition fingerprint of what is said, when, and how it fades; empty where no rule says
 *     anything and it fades as ever
 */
public record EmotionInputs(Interest interest, String definition) {
  /**
   * What some rules say of feelings: those that say nothing count for nothing.
   *
   * @param lives how feelings fade
   */
  public static EmotionInputs by(List<MomentRule> rules, HalfLives lives) {
    List<MomentRule> saying = rules.stream().filter(rule -> rule.feels().isPresent()).toList();
    Interest interest =
        saying.stream().map(MomentRule::interest).reduce(Interest.NONE, Interest::or);
    String definition =
        saying.isEmpty()
            ? ""
            : Sha256.id(
                saying.stream()
                    .map(rule -> rule.definition().whole() + rule.feels().orElseThrow())
                    .toArray(String[]::new));
    return new EmotionInputs(interest, definition + lives.definition());
  }

  /** What makes a difference to something, feelings included if it reads them. */
  Interest joined(Interest reading) {
    return reading.emotional() ? reading.or(interest) : reading;
  }

  /** What a rule means that reads this. */
  Definition joined(Definition of, Interest reading) {
    return definition.isEmpty() || !reading.emotional()
        ? of
        : new Definition(Sha256.id(of.pattern(), definition), Sha256.id(of.whole(), definition));
  }

  /** The same of a fingerprint. */
  public String joined(String of, Interest reading) {
    return definition.isEmpty() || !reading.emotional() ? of : Sha256.id(of, definition);
  }
}
