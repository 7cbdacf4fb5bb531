package io.kizashi.oracle.moments;

import io.kizashi.oracle.story.KnownCustomer;
import io.kizashi.oracle.story.StoryArrival;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Touchpoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random touchpoints on their way. */
final class RandomTouchpoints {
  /** Steps of a story: as many as make ties likely. */
  private static final int STEPS = 30;

  /** Beyond everything that a rulebook retains here. */
  private static final long YEARS = 400 * 86_400_000L;

  private final Scale scale;
  private final long start;

  RandomTouchpoints(Scale scale, long start) {
    this.scale = scale;
    this.start = start;
  }

  Arbitrary<StoryArrival> arrival() {
    return Combinators.combine(touchpoint(), delay(), again(), proof()).as(StoryArrival::new);
  }

  private Arbitrary<Long> units(int least, int most) {
    return Arbitraries.integers().between(least, most).map(n -> n * scale.unit());
  }

  private Arbitrary<Long> delay() {
    Arbitrary<Long> ordered = Arbitraries.longs().between(0, scale.disorder() - 1);
    return new RandomChoice<Long>()
        .orSimply(4, 0L)
        .or(12, ordered)
        .or(3, units(0, 20))
        .or(1, Arbitraries.just(YEARS))
        .arbitrary();
  }

  private Arbitrary<Optional<Long>> again() {
    return RandomChoice.maybe(
        3, new RandomChoice<Long>().orSimply(1, 0L).or(1, units(0, 20)).arbitrary());
  }

  private Arbitrary<Optional<Long>> proof() {
    Arbitrary<Long> behind =
        Combinators.combine(units(-10, 10), Arbitraries.of(0, 1, -1)).as((a, b) -> a + b);
    return RandomChoice.maybe(
        4,
        new RandomChoice<Long>()
            .or(60, behind)
            .or(1, units(-90, 0))
            .or(1, Arbitraries.just(-YEARS))
            .arbitrary());
  }

  /** Its id is given later, when all are there. */
  private Arbitrary<Touchpoint> touchpoint() {
    Arbitrary<Long> time =
        Combinators.combine(units(0, STEPS), Arbitraries.of(0, 0, 0, 0, 0, 0, 0, 0, 1, -1))
            .as((span, more) -> start + span + more);
    return Combinators.combine(
            time, type(), properties(), emotion(), actor(), RandomSettings.setting(), text(), ids())
        .as(
            (at, type, properties, emotion, actor, setting, text, id) ->
                new Touchpoint(
                    id,
                    type,
                    at,
                    KnownCustomer.KEY,
                    actor,
                    setting,
                    emotion,
                    text,
                    type.equals("profile_updated") ? profile(properties) : properties,
                    at));
  }

  /** UTF-8 orders these otherwise than Java does. */
  private static Arbitrary<String> ids() {
    return Arbitraries.of("t", "a", "é", "\uFF5E", "\uD83D\uDE00");
  }

  private static Arbitrary<String> type() {
    return new RandomChoice<String>()
        .orSimply(9, "alpha")
        .or(9, Arbitraries.just("beta"))
        .or(4, Arbitraries.just("gamma"))
        .or(1, Arbitraries.just("delta"))
        .or(4, Arbitraries.just("profile_updated"))
        .or(1, Arbitraries.just("consent_changed"))
        .or(1, Arbitraries.just(Visit.ENDED))
        .arbitrary();
  }

  private static Arbitrary<Actor> actor() {
    return new RandomChoice<Actor>()
        .orSimply(24, Actor.CUSTOMER)
        .or(4, Arbitraries.of(Actor.AGENT, Actor.BOT, Actor.STAFF, Actor.SYSTEM))
        .arbitrary();
  }

  private static Arbitrary<String> text() {
    return RandomSettings.half("x", "y");
  }

  private static Arbitrary<Optional<Emotion>> emotion() {
    return RandomChoice.maybe(
        4,
        Combinators.combine(
                Arbitraries.of(-0.5, 0.5, -1.0, 1.0, 0.0, 0.3),
                Arbitraries.of(0.5, -0.5),
                Arbitraries.of(0.5, 1.0, 0.0),
                Arbitraries.of("", "joy", "anger", "\uFF5E", "\uD83D\uDE00"))
            .as(
                (valence, arousal, confidence, label) ->
                    new Emotion(valence, arousal, label, confidence, "")));
  }

  private Arbitrary<Map<String, Object>> properties() {
    Arbitrary<Optional<Object>> v = maybe(8, 1.0, 2.0, 0.0, 3.0, 2.0, "much", List.of(2.0));
    Arbitrary<Optional<Object>> w = maybe(8, "x", "x", "y", true, Map.of("x", "y"));
    Arbitrary<Optional<Object>> l = RandomChoice.maybe(7, structure());
    Arbitrary<Optional<Object>> due = RandomChoice.maybe(5, due());
    Arbitrary<Optional<Object>> timezone =
        maybe(2, "Asia/Tokyo", "America/New_York", "Nowhere/Land", 9.0, List.of("Asia/Tokyo"));
    return Combinators.combine(v, w, l, due, timezone)
        .as(
            (a, b, list, c, d) -> {
              Map<String, Object> map = new LinkedHashMap<>();
              a.ifPresent(value -> map.put("v", value));
              b.ifPresent(value -> map.put("w", value));
              list.ifPresent(value -> map.put("l", value));
              c.ifPresent(value -> map.put("due", value));
              d.ifPresent(value -> map.put("timezone", value));
              return map;
            });
  }

  /** Lists of letters, numbers and both, objects, and now and then something else. */
  private static Arbitrary<Object> structure() {
    return Arbitraries.of(
        List.of(
            List.of("x"),
            List.of("x", "y"),
            List.of("y", "y", "x"),
            List.of(1.0, 2.0),
            List.of("x", 2.0),
            List.of(),
            List.of(List.of("x"), Map.of("n", "x")),
            Map.of("n", "x"),
            Map.of("n", 2.0, "x", List.of("y")),
            Map.of(),
            "xy",
            2.0));
  }

  private static Arbitrary<Optional<Object>> maybe(int often, Object... values) {
    return RandomChoice.maybe(often, Arbitraries.of(List.of(values)));
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
    Arbitrary<Integer> years = Arbitraries.of(2025, 2024, 1984, 1901, 1900);
    Arbitrary<Long> time = units(0, STEPS + 20).map(span -> start + span);
    return new RandomChoice<Object>()
        .or(4, time.map(Rfc3339::format))
        .or(4, time.map(Long::doubleValue))
        .or(6, time.map(t -> Rfc3339.format(t).substring(0, "2026-03-29".length())))
        .or(
            4,
            Combinators.combine(years, time, Arbitraries.of(0, 1, 2))
                .as(RandomTouchpoints::earlier))
        .or(
            1,
            Arbitraries.of(
                List.<Object>of("soon", "2026-13-40", true, 1.0e13, List.of("2026-03-29"))))
        .or(3, Arbitraries.of("2024-02-29", "1984-02-29", "2028-02-29", 456_657_000_000.0))
        .arbitrary();
  }

  /** The same day of another year, as a date comes that comes every year. */
  private static Object earlier(int year, long time, int form) {
    ZonedDateTime then = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).withYear(year);
    long millis = then.toInstant().toEpochMilli();
    return switch (form) {
      case 0 -> Rfc3339.format(millis);
      case 1 -> (double) millis;
      default -> then.toLocalDate().toString();
    };
  }
}
