package io.kizashi.control.emotion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.core.emotion.EmotionalState;
import io.kizashi.core.emotion.PeakEnd;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.signal.HalfLives;
import io.kizashi.core.signal.Mood;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.text.Senses;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What there is to show of a customer's emotion. */
public final class EmotionCurve {
  private static final Map<String, Function<Setting, String>> KINDS = kinds();

  private final CustomerKey customer;
  private final List<EmotionLine> told;
  private final EmotionalState state;
  private final Senses senses = Senses.find(() -> {});
  private final Map<String, Map<String, PeakEnd>> remembered = new LinkedHashMap<>();

  private EmotionCurve(CustomerKey customer, List<EmotionLine> told, HalfLives lives, long at) {
    List<Touchpoint> touchpoints = told.stream().map(EmotionLine::touchpoint).toList();
    this.customer = customer;
    this.told = told;
    this.state = EmotionalState.of(touchpoints, lives, at);
    KINDS.forEach(
        (kind, part) ->
            remembered.put(
                kind, PeakEnd.by(touchpoints, touchpoint -> part.apply(touchpoint.setting()))));
  }

  private static Map<String, Function<Setting, String>> kinds() {
    Map<String, Function<Setting, String>> kinds = new LinkedHashMap<>();
    kinds.put("session", Setting::session);
    kinds.put("contact", Setting::contact);
    kinds.put("case", Setting::caseId);
    return kinds;
  }

  /**
   * The experience of a customer up to a time.
   *
   * @param touchpoints the customer's, each once
   * @param rules those whose runs tell of emotions too, and that tell how emotions fade, if any
   * @param at milliseconds
   */
  public static EmotionCurve of(
      CustomerKey customer, List<Touchpoint> touchpoints, Optional<Rules> rules, long at) {
    HalfLives lives = rules.map(it -> it.settings().emotion()).orElse(HalfLives.DEFAULT);
    return new EmotionCurve(customer, EmotionLine.all(touchpoints, rules, at), lives, at);
  }

  CustomerKey customer() {
    return customer;
  }

  /** What it is made of, in order. */
  List<EmotionLine> told() {
    return told;
  }

  EmotionalState state() {
    return state;
  }

  /** By kind, {@code session contact case}, and name: how each will be remembered. */
  Map<String, Map<String, PeakEnd>> remembered() {
    return remembered;
  }

  /** The last that told of the emotion at a point of the curve. */
  EmotionLine at(Mood.Point point) {
    return told.stream()
        .filter(one -> one.touchpoint().position().equals(point.at()))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** What was said, where words told the emotion. */
  Optional<Saying> saying(EmotionLine told) {
    return Saying.of(told.touchpoint(), senses);
  }

  /** Prints it for people. */
  public void print(PrintWriter out) {
    new ExperienceText(this, out).print();
  }

  /** The same for programs. */
  public ObjectNode asJson() {
    return ExperienceJson.of(this);
  }
}
