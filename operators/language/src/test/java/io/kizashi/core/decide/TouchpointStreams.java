package io.kizashi.core.decide;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random streams of one customer who feels something now and then. */
final class TouchpointStreams {
  private static final long MINUTE = 60_000;

  private TouchpointStreams() {}

  /**
   * One touchpoint on its way.
   *
   * @param delay minutes that it is late
   * @param again whether it comes twice
   * @param proof minutes before its time up to which time is proven then, if it is
   */
  record Arrival(Touchpoint touchpoint, int delay, boolean again, Optional<Integer> proof) {
    long time() {
      return touchpoint.time() + delay * MINUTE;
    }
  }

  /** Arrivals in their order: about two days, in which times often meet. */
  static Arbitrary<List<Arrival>> any() {
    return Combinators.combine(touchpoint(), delay(), rarely(), proof())
        .as(Arrival::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(70)
        .map(all -> all.stream().sorted(Comparator.comparingLong(Arrival::time)).toList());
  }

  private static Arbitrary<Touchpoint> touchpoint() {
    Arbitrary<Long> time =
        Combinators.combine(
                Arbitraries.integers().between(0, 200), Arbitraries.of(0, 0, 0, 1, 59_999))
            .as((steps, odd) -> CustomerStory.START + steps * 15 * MINUTE + odd);
    Arbitrary<String> id = Arbitraries.integers().between(0, 99_999).map(n -> "t" + n);
    Arbitrary<Actor> actor = Arbitraries.of(Actor.CUSTOMER, Actor.CUSTOMER, Actor.AGENT, Actor.BOT);
    return Combinators.combine(id, time, actor, emotion().optional(0.7))
        .as(TouchpointStreams::touchpoint);
  }

  private static Touchpoint touchpoint(
      String id, long time, Actor actor, Optional<Emotion> emotion) {
    return new Touchpoint(
        id,
        "said",
        time,
        CustomerKey.customer("c-1"),
        actor,
        Setting.on("chat"),
        emotion,
        "",
        Map.of(),
        time);
  }

  private static Arbitrary<Emotion> emotion() {
    Arbitrary<Double> score = Arbitraries.of(-1.0, -0.7, -0.3, 0.0, 0.2, 0.6, 1.0);
    Arbitrary<Double> confidence = Arbitraries.of(0.0, 0.25, 0.5, 0.5, 0.83, 1.0);
    Arbitrary<String> label = Arbitraries.of("", "joy", "anger", "fear", "\uFF5E", "\uD83D\uDE00");
    return Combinators.combine(score, score, label, confidence)
        .as((valence, arousal, name, sure) -> new Emotion(valence, arousal, name, sure, "voice"));
  }

  private static Arbitrary<Integer> delay() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(0)),
        Tuple.of(3, Arbitraries.integers().between(1, 90)),
        Tuple.of(1, Arbitraries.integers().between(91, 3_000)));
  }

  private static Arbitrary<Boolean> rarely() {
    return Arbitraries.of(true, false, false, false, false);
  }

  private static Arbitrary<Optional<Integer>> proof() {
    return Arbitraries.integers().between(0, 120).optional(0.4);
  }
}
