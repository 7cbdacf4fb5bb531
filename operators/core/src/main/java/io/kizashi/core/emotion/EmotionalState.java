package io.kizashi.core.emotion;

import io.kizashi.core.expression.Misses;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.signal.HalfLives;
import io.kizashi.core.signal.Ledger;
import io.kizashi.core.signal.Mood;
import io.kizashi.core.signal.Signal;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All there is to tell of a customer's emotion at a time: what rules read of it, and what it is
 * made of. Numbers are rounded to billionths, and are those that rules would read of the same
 * touchpoints. Costs O(n log n) for n touchpoints, once for people, never for a verdict.
 *
 * @param at milliseconds
 * @param valence unpleasant −1 … 1 pleasant; 0 where nothing was felt
 * @param arousal calm −1 … 1 excited
 * @param confidence how much there is to go by, 0 … 1
 * @param trend the valence less that of half an hour before, −2 … 2
 * @param lowest where the valence stood lowest within a day; empty where nothing was felt
 * @param highest where it stood highest
 * @param label what was said with most confidence of late; empty where nothing was
 * @param bySource what voice, text, … add to the valence, and so make it together; by source in
 *     order of UTF-8
 * @param curve the valence right after each touchpoint that told of it, in order
 */
public record EmotionalState(
    long at,
    double valence,
    double arousal,
    double confidence,
    double trend,
    Optional<Mood.Point> lowest,
    Optional<Mood.Point> highest,
    Optional<String> label,
    Map<String, Double> bySource,
    List<Mood.Point> curve) {
  /** Copies what it is given. */
  public EmotionalState {
    bySource = Collections.unmodifiableMap(new LinkedHashMap<>(bySource));
    curve = List.copyOf(curve);
  }

  /**
   * The emotion at a time.
   *
   * @param touchpoints a customer's, each once, in any order; those after the time don't count
   * @param lives after how long what was said counts half
   * @param at milliseconds
   */
  public static EmotionalState of(Collection<Touchpoint> touchpoints, HalfLives lives, long at) {
    Mood mood = new Mood(lives);
    Map<String, Signal> signals = mood.signals(field -> true);
    List<Touchpoint> told =
        touchpoints.stream()
            .filter(touchpoint -> Mood.isTold(touchpoint) && touchpoint.time() <= at)
            .sorted(Comparator.comparing(Touchpoint::position))
            .toList();
    List<TouchpointView> views = told.stream().map(TouchpointView::new).toList();
    List<Mood.Point> curve = mood.curve(told);
    return new EmotionalState(
        at,
        number(signals, "valence", views, at),
        number(signals, "arousal", views, at),
        number(signals, "confidence", views, at),
        number(signals, "trend", views, at),
        mood.lowest(curve, at),
        mood.highest(curve, at),
        value(signals, "label", views, at).map(String.class::cast),
        mood.bySource(told, at),
        curve);
  }

  private static double number(
      Map<String, Signal> signals, String field, List<TouchpointView> views, long at) {
    return (Double) value(signals, field, views, at).orElseThrow();
  }

  private static Optional<Object> value(
      Map<String, Signal> signals, String field, List<TouchpointView> views, long at) {
    Signal signal = Objects.requireNonNull(signals.get(field));
    return Ledger.open(signal, Optional.empty(), Position.FIRST, views, new Misses())
        .value(Position.after(at));
  }
}
