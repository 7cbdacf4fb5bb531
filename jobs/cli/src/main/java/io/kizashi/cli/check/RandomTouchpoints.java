package io.kizashi.cli.check;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random touchpoints on their way. */
final class RandomTouchpoints {
  /** Steps of a story: as many as make ties likely. */
  private static final int STEPS = 60;

  /** Beyond everything that a rulebook retains here. */
  private static final long YEARS = 400 * 86_400_000L;

  private final Set<Feature> features;
  private final Scale scale;
  private final long start;

  RandomTouchpoints(Set<Feature> features, Scale scale, long start) {
    this.features = features;
    this.scale = scale;
    this.start = start;
  }

  Arbitrary<Case.Arrival> arrival() {
    return Combinators.combine(touchpoint(), delay(), again(), proof()).as(Case.Arrival::new);
  }

  private Arbitrary<Long> units(int least, int most) {
    return Arbitraries.integers().between(least, most).map(n -> n * scale.unit());
  }

  private Arbitrary<Long> delay() {
    Arbitrary<Long> ordered = Arbitraries.longs().between(0, scale.disorder() - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(0L)),
        Tuple.of(12, ordered),
        Tuple.of(3, units(0, 40)),
        Tuple.of(1, Arbitraries.just(YEARS)));
  }

  private Arbitrary<Optional<Long>> again() {
    return Arbitraries.oneOf(Arbitraries.just(0L), units(0, 20)).optional(0.3);
  }

  private Arbitrary<Optional<Long>> proof() {
    Arbitrary<Long> behind =
        Combinators.combine(units(-20, 20), Arbitraries.of(0, 1, -1)).as((a, b) -> a + b);
    return Arbitraries.frequencyOf(
            Tuple.of(60, behind), Tuple.of(1, units(-90, 0)), Tuple.of(1, Arbitraries.just(-YEARS)))
        .optional(0.4);
  }

  /** Its id is given later, when all are there. */
  private Arbitrary<Touchpoint> touchpoint() {
    Arbitrary<Long> time =
        Combinators.combine(
                units(0, STEPS),
                Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(1, 1), Tuple.of(1, -1)))
            .as((span, more) -> start + span + more);
    return Combinators.combine(time, type(), properties(), emotion(), actor(), setting(), ids())
        .as(
            (at, type, properties, emotion, actor, setting, id) ->
                new Touchpoint(
                    id,
                    type,
                    at,
                    CustomerKey.customer("c-1"),
                    actor,
                    setting,
                    emotion,
                    "",
                    type.equals("profile_updated") ? profile(properties) : properties,
                    at));
  }

  /** UTF-8 orders these otherwise than Java does. */
  private static Arbitrary<String> ids() {
    return Arbitraries.of("t", "a", "é", "\uFF5E", "\uD83D\uDE00");
  }

  private static Arbitrary<String> type() {
    return Arbitraries.frequency(
        Tuple.of(8, "alpha"),
        Tuple.of(8, "beta"),
        Tuple.of(6, "gamma"),
        Tuple.of(2, "delta"),
        Tuple.of(4, "profile_updated"),
        Tuple.of(1, "consent_changed"),
        Tuple.of(1, Visit.ENDED));
  }

  private static Arbitrary<Actor> actor() {
    return Arbitraries.frequency(Tuple.of(6, Actor.CUSTOMER), Tuple.of(1, Actor.AGENT));
  }

  private Arbitrary<Setting> setting() {
    Arbitrary<String> session = Arbitraries.of("", "s1", "s2");
    Arbitrary<String> stage =
        Arbitraries.frequency(
            Tuple.of(5, ""), Tuple.of(features.contains(Feature.JOURNEY) ? 1 : 0, "use"));
    return Combinators.combine(session, stage)
        .as((visit, at) -> new Setting("web", visit, "", "", "", "", "", at, "", List.of()));
  }

  private static Arbitrary<Optional<Emotion>> emotion() {
    return Combinators.combine(
            Arbitraries.of(-0.5, 0.5, -1.0, 1.0, 0.0, 0.3),
            Arbitraries.of(0.5, -0.5),
            Arbitraries.of(0.5, 1.0, 0.0))
        .as((valence, arousal, confidence) -> new Emotion(valence, arousal, "", confidence, ""))
        .optional(0.3);
  }

  private Arbitrary<Map<String, Object>> properties() {
    Arbitrary<Optional<Object>> v =
        Arbitraries.of(List.<Object>of(1.0, 2.0, 0.0, 3.0, "much")).optional(0.7);
    Arbitrary<Optional<Object>> w = Arbitraries.of(List.<Object>of("x", "y", true)).optional(0.7);
    Arbitrary<Optional<Object>> due = due().optional(0.4);
    Arbitrary<Optional<Object>> timezone =
        Arbitraries.of(List.<Object>of("Asia/Tokyo", "America/New_York", "Nowhere/Land", 9.0))
            .optional(0.2);
    return Combinators.combine(v, w, due, timezone)
        .as(
            (a, b, c, d) -> {
              Map<String, Object> map = new LinkedHashMap<>();
              a.ifPresent(value -> map.put("v", value));
              b.ifPresent(value -> map.put("w", value));
              c.ifPresent(value -> map.put("due", value));
              d.ifPresent(value -> map.put("timezone", value));
              return map;
            });
  }

  /** What profiles hold: {@code tier} instead of {@code v}. */
  private static Map<String, Object> profile(Map<String, Object> properties) {
    Map<String, Object> map = new LinkedHashMap<>(properties);
    Object tier = map.remove("v");
    if (tier instanceof Double) {
      map.put("tier", tier);
    }
    return map;
  }

  /** Dates in every form that the language reads, and some that it doesn't. */
  private Arbitrary<Object> due() {
    Arbitrary<Long> time = units(-5, STEPS + 30).map(span -> start + span);
    return Arbitraries.frequencyOf(
        Tuple.of(4, time.map(Rfc3339::format)),
        Tuple.of(4, time.map(Long::doubleValue)),
        Tuple.of(2, time.map(t -> Rfc3339.format(t).substring(0, "2026-03-29".length()))),
        Tuple.of(1, Arbitraries.of(List.<Object>of("soon", "2026-13-40", true, 1.0e13))));
  }
}
