package io.kizashi.core.signal;

import io.kizashi.core.expression.Interest;
import io.kizashi.core.expression.TouchpointView;
import io.kizashi.core.expression.ValueKind;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.Utf8Order;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The customer's emotion as signals: v(t) = Σ c·v·d ⁄ (κ + Σ c·d) with d = 2^(−age ⁄ h), over what
 * the customer's own touchpoints say, c being their confidence and h the half-life of their
 * channel; and what follows from v.
 *
 * <p>Stays within −1 … 1, and goes to 0 as time passes. Touchpoints may arrive in any order: sums
 * are formed anew from the rows, and rounded to billionths, as they differ in their last bits by
 * what was added up first.
 *
 * <p>A value costs O(n) for n touchpoints that tell of an emotion; what left the history goes on as
 * one row for each half-life. An exponentially weighted mean with a prior of weight κ at 0.
 */
public final class Mood {
  /** How far the trend looks back. */
  private static final long TREND = HalfLives.HALF_HOUR;

  /** One doubtful touchpoint alone moves the state by half at most. */
  private static final double INERTIA = 0.5;

  /**
   * The closed epoch of the learned lexicon by which words were read last. Rules don't read it:
   * decisions name it.
   */
  public static final Signal EPOCH =
      new Mood(HalfLives.DEFAULT).signal("epoch", ValueKind.NUMBER, Mood::epoch, new Newest(false));

  private final HalfLives lives;
  private final Decay decay;
  private final Extreme lowest;
  private final Extreme highest;

  /** The emotion that fades so. */
  public Mood(HalfLives lives) {
    this.lives = lives;
    this.decay = new Decay(lives, INERTIA);
    this.lowest = new Extreme(decay, false);
    this.highest = new Extreme(decay, true);
  }

  /**
   * The valence right after a touchpoint.
   *
   * @param at the touchpoint's place
   * @param valence −1 … 1
   */
  public record Point(Position at, double valence) {}

  /**
   * The fields of the emotion, by name.
   *
   * @param named whether a rulebook names a field: what none does is left out, since each costs
   *     every customer some bytes. Valence, arousal and confidence are always there
   */
  public Map<String, Signal> signals(Predicate<String> named) {
    Function<Emotion, Optional<Signal.Part>> valence = said(Emotion::valence);
    Map<String, Signal> signals = new LinkedHashMap<>();
    put(signals, "trend", valence, new Trend(decay, TREND));
    put(signals, "lowest", valence, lowest);
    put(signals, "highest", valence, highest);
    signals.put("label", signal("label", ValueKind.TEXT, Mood::label, new Top(lives)));
    signals.keySet().removeIf(named.negate());
    put(signals, "valence", valence, decay);
    put(signals, "arousal", said(Emotion::arousal), decay);
    put(signals, "confidence", said(emotion -> 1.0), decay);
    return Collections.unmodifiableMap(signals);
  }

  /** Whether a touchpoint says how the customer feels: what agents and bots say never counts. */
  public static boolean isTold(Touchpoint touchpoint) {
    return touchpoint.actor() == Actor.CUSTOMER && touchpoint.emotion().isPresent();
  }

  /**
   * The valence right after each of some touchpoints.
   *
   * @param told those that say how the customer feels, in order
   */
  public List<Point> curve(List<Touchpoint> told) {
    List<Row> rows = new ArrayList<>();
    for (Touchpoint touchpoint : told) {
      Emotion emotion = touchpoint.emotion().orElseThrow();
      Object valence = lives.said(touchpoint.setting().channel(), emotion.valence());
      rows.add(new Row(touchpoint.position(), valence, emotion.confidence()));
    }
    return Extreme.curve(decay, rows).stream()
        .map(point -> new Point(point.at(), Billionths.of(point.valence())))
        .toList();
  }

  /** The lowest point of a curve that {@code emotion.lowest} sees; the first of equals. */
  public Optional<Point> lowest(List<Point> curve, long now) {
    return lowest.further(curve, now);
  }

  /** The highest point of a curve that {@code emotion.highest} sees; the first of equals. */
  public Optional<Point> highest(List<Point> curve, long now) {
    return highest.further(curve, now);
  }

  /**
   * What each source adds to the valence: together they are the valence.
   *
   * @param told touchpoints up to now that say how the customer feels
   * @param now milliseconds
   */
  public Map<String, Double> bySource(List<Touchpoint> told, long now) {
    Map<String, Double> sums = new TreeMap<>(Utf8Order::compare);
    double weights = 0;
    for (Touchpoint touchpoint : told) {
      Emotion emotion = touchpoint.emotion().orElseThrow();
      long halfLife = lives.of(touchpoint.setting().channel());
      double weight = emotion.confidence() * Decay.factor(now - touchpoint.time(), halfLife);
      sums.merge(emotion.source(), weight * emotion.valence(), Double::sum);
      weights += weight;
    }
    double all = weights;
    sums.replaceAll((source, sum) -> Billionths.of(decay.mean(sum, all)));
    return Collections.unmodifiableMap(sums);
  }

  private void put(
      Map<String, Signal> signals,
      String field,
      Function<Emotion, Optional<Signal.Part>> part,
      Fold fold) {
    signals.put(field, signal(field, ValueKind.NUMBER, part, new Billionths(fold)));
  }

  private Signal signal(
      String field, ValueKind kind, Function<Emotion, Optional<Signal.Part>> part, Fold fold) {
    return new Signal(
        new Signals.Head("emotion." + field, "1" + lives.definition(), Map.of()),
        kind,
        Interest.EMOTIONAL,
        (view, misses) ->
            isTold(view.touchpoint())
                ? view.touchpoint().emotion().flatMap(part).map(it -> on(view, it))
                : Optional.empty(),
        fold);
  }

  private Signal.Part on(TouchpointView view, Signal.Part part) {
    String channel = view.touchpoint().setting().channel();
    return new Signal.Part(lives.said(channel, part.value()), part.weight());
  }

  private static Function<Emotion, Optional<Signal.Part>> said(Function<Emotion, Double> score) {
    return emotion -> Optional.of(new Signal.Part(score.apply(emotion), emotion.confidence()));
  }

  private static Optional<Signal.Part> epoch(Emotion emotion) {
    return emotion.epoch() == 0
        ? Optional.empty()
        : Optional.of(new Signal.Part((double) emotion.epoch(), 1));
  }

  /** A label without confidence is none. */
  private static Optional<Signal.Part> label(Emotion emotion) {
    return emotion.label().isEmpty() || emotion.confidence() == 0
        ? Optional.empty()
        : Optional.of(new Signal.Part(emotion.label(), emotion.confidence()));
  }

  /**
   * Another fold's number in whole billionths. Sums differ in their last bits by what was added up
   * first; a rule that hangs on a billionth would come out differently after an eviction.
   */
  private record Billionths(Fold fold) implements Fold {
    private static final double BILLION = 1e9;

    static double of(double number) {
      return Math.rint(number * BILLION) / BILLION + 0.0; // −0 would lie below 0
    }

    @Override
    public Optional<Object> value(List<Row> rows, long now) {
      return fold.value(rows, now).map(value -> of((Double) value));
    }

    @Override
    public List<Row> compact(List<Row> rows, long asked) {
      return fold.compact(rows, asked);
    }

    @Override
    public long reach(long now) {
      return fold.reach(now);
    }
  }
}
