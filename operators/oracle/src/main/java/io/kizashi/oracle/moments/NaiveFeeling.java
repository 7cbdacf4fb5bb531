package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Position;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.Utf8Order;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How a customer feels, by what was said and how long ago.
 *
 * @param fading how it fades
 * @param said what the customer said with emotion up to now, in order
 */
record NaiveFeeling(NaiveFading fading, List<Touchpoint> said, long now) {
  private static final long HALF_HOUR = 30 * 60_000;
  private static final long DAY = 24 * 2 * HALF_HOUR;
  private static final double KAPPA = 0.5;
  private static final double BILLION = 1e9;

  static NaiveFeeling of(NaiveFading fading, Stream<Touchpoint> seen, long now) {
    Comparator<Touchpoint> order = Comparator.comparing(Touchpoint::position);
    List<Touchpoint> said = seen.filter(NaiveFeeling::speaks).sorted(order).toList();
    return new NaiveFeeling(fading, said, now);
  }

  /**
   * As if the customer had said so at a place. Rules read nothing of it but the emotion, as part of
   * how the customer feels: it is in no history, so no {@code where}, signal or session sees it.
   * What an emotion step takes there is the touchpoint that lies at the same place.
   */
  static Touchpoint said(Emotion emotion, Position at) {
    return new Touchpoint(
        at.id(),
        "said",
        at.time(),
        KnownCustomer.KEY,
        Actor.CUSTOMER,
        Setting.NONE,
        Optional.of(emotion),
        "",
        Map.of(),
        at.time());
  }

  /** Only what the customer says counts. */
  static boolean speaks(Touchpoint touchpoint) {
    return touchpoint.emotion().isPresent() && touchpoint.actor() == Actor.CUSTOMER;
  }

  private static Emotion emotion(Touchpoint touchpoint) {
    return touchpoint.emotion().orElseThrow();
  }

  private double weight(Touchpoint touchpoint) {
    return emotion(touchpoint).confidence() * Math.pow(2, fading.exponent(touchpoint, now));
  }

  private double mean(ToDoubleFunction<Emotion> score) {
    double sum = 0;
    double weights = KAPPA;
    for (Touchpoint touchpoint : said) {
      sum += weight(touchpoint) * score.applyAsDouble(emotion(touchpoint));
      weights += weight(touchpoint);
    }
    return sum / weights;
  }

  /** Sums of doubles are not exact: what can't be told apart must be the same. */
  private static double rounded(double number) {
    return Math.round(number * BILLION) / BILLION;
  }

  double valence() {
    return rounded(mean(Emotion::valence));
  }

  double arousal() {
    return rounded(mean(Emotion::arousal));
  }

  double confidence() {
    return rounded(mean(emotion -> 1.0));
  }

  /** How far the valence has moved in half an hour. */
  double trend() {
    long then = now - HALF_HOUR;
    List<Touchpoint> before = said.stream().filter(t -> t.time() <= then).toList();
    return rounded(
        mean(Emotion::valence) - new NaiveFeeling(fading, before, then).mean(Emotion::valence));
  }

  /** The valence right after everything that was said within a day. */
  DoubleStream curve() {
    return said.stream().filter(t -> t.time() > now - DAY).mapToDouble(t -> until(t).valence());
  }

  private NaiveFeeling until(Touchpoint last) {
    return of(
        fading, said.stream().filter(t -> !t.position().isAfter(last.position())), last.time());
  }

  /** What was said with most confidence of late; of equals the smallest. */
  Optional<String> label() {
    List<Touchpoint> named =
        said.stream()
            .filter(t -> !emotion(t).label().isEmpty() && emotion(t).confidence() > 0)
            .toList();
    Map<String, Double> weights = new TreeMap<>(Utf8Order::compare);
    // Beside what has faded least: from afar all weigh nothing.
    double least = named.stream().mapToDouble(t -> fading.exponent(t, now)).max().orElse(0);
    for (Touchpoint touchpoint : named) {
      double left = Math.pow(2, fading.exponent(touchpoint, now) - least);
      double weight = emotion(touchpoint).confidence() * left;
      weights.merge(emotion(touchpoint).label(), weight, Double::sum);
    }
    return heaviest(weights);
  }

  /** The first of those that weigh most, as far as doubles can tell. */
  static Optional<String> heaviest(Map<String, Double> weights) {
    double most = weights.values().stream().reduce(0.0, Math::max);
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= most - most / BILLION)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
