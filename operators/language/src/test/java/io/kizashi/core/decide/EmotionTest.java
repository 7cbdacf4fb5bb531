package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.core.decide.TouchpointStreams.Arrival;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The emotion that the engine knows, after touchpoints have come late, twice and in disorder and
 * have left the history again, against sums over all of them that look at everything anew.
 */
final class EmotionTest {
  private static final long MINUTE = 60_000;
  private static final long RETENTION = 60 * MINUTE;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final double BILLIONTH = 1e-9;
  private static final double CLOSE = 1e-6;

  private static final String BOOK =
      """
      rulebook: r
      disorder: 0s
      history: { for: 1h, touchpoints: 3 }
      moments:
        m:
          kind: drop_off
          pattern: [ { event: never } ]
          when: '%s'
      actions:
        a: { kind: serve, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
      """;
  private static final Rules RULES =
      CustomerStory.compile(
          BOOK.formatted(
              "emotion.trend > 2.0 || emotion.lowest > 2.0 || emotion.highest > 2.0"
                  + " || emotion.label == \"x\""));

  @Example
  void whatNoRuleNamesIsNotKept() {
    CustomerStory story =
        new CustomerStory(BOOK.formatted("emotion.valence > 0.5 && emotion.lowest < 0.0"));
    for (int i = 0; i < 40; i++) {
      story.at(i, "viewed", "v" + i);
    }
    assertThat(story.state.projections())
        .containsOnlyKeys(
            "emotion.valence", "emotion.arousal", "emotion.confidence", "emotion.lowest");
  }

  @Provide
  Arbitrary<List<Arrival>> streams() {
    return TouchpointStreams.any();
  }

  @Property(tries = 2_000)
  void isThatOfAllTouchpointsWhateverTheirOrderAndHoweverFewAreLeft(
      @ForAll("streams") List<Arrival> stream) {
    CustomerStory story = new CustomerStory(RULES);
    List<Touchpoint> taken = new ArrayList<>();
    Map<String, Touchpoint> byId = new HashMap<>();
    long proven = Long.MIN_VALUE;
    long newest = Long.MIN_VALUE;
    for (Arrival arrival : stream) {
      Touchpoint touchpoint = arrival.touchpoint();
      if (!byId.getOrDefault(touchpoint.id(), touchpoint).equals(touchpoint)) {
        continue; // its id is another's: once that has left, nobody can tell them apart
      }
      boolean late = proven != Long.MIN_VALUE && touchpoint.time() < proven - RETENTION;
      if (!late && byId.put(touchpoint.id(), touchpoint) == null) {
        taken.add(touchpoint);
      }
      story.arrives(touchpoint);
      if (arrival.again()) {
        story.arrives(touchpoint);
      }
      newest = Math.max(newest, touchpoint.time());
      if (arrival.proof().isPresent()) {
        proven = Math.max(proven, touchpoint.time() - arrival.proof().get() * MINUTE);
        story.provenAt(proven);
      }
    }
    long open = proven == Long.MIN_VALUE ? Long.MIN_VALUE : proven - RETENTION;
    compare(story, taken, Position.after(newest));
    compare(story, taken, Position.after(newest + 45 * MINUTE));
    taken.stream()
        .map(Touchpoint::position)
        .filter(place -> place.time() >= open)
        .forEach(place -> compare(story, taken, place));
  }

  private static void compare(CustomerStory story, List<Touchpoint> taken, Position place) {
    Map<?, ?> emotion =
        (Map<?, ?>)
            World.of(story.state, RULES, new Misses()).at(place).find("emotion").orElseThrow();
    Map<String, Object> expected = expected(taken, place);
    for (String field :
        List.of("valence", "arousal", "confidence", "trend", "lowest", "highest", "label")) {
      Optional<Object> actual = Optional.ofNullable(emotion.get(field));
      Optional<Object> right = Optional.ofNullable(expected.get(field));
      assertThat(actual.isPresent()).as(field).isEqualTo(right.isPresent());
      if (right.isPresent() && right.get() instanceof Double number) {
        assertThat((Double) actual.orElseThrow()).as(field).isCloseTo(number, within(CLOSE));
      } else {
        assertThat(actual).as(field).isEqualTo(right);
      }
    }
  }

  // ---- what it should be ----

  private static boolean speaks(Touchpoint touchpoint, Position place) {
    return touchpoint.actor() == Actor.CUSTOMER
        && touchpoint.emotion().isPresent()
        && !touchpoint.position().isAfter(place);
  }

  private static double left(Touchpoint touchpoint, long now) {
    double age = (now - touchpoint.time()) / (30.0 * MINUTE);
    return touchpoint.emotion().orElseThrow().confidence() * Math.exp(-Math.log(2) * age);
  }

  private static double valence(List<Touchpoint> all, Position place) {
    double sum = 0;
    double weights = 0.5;
    for (Touchpoint touchpoint : all) {
      if (speaks(touchpoint, place)) {
        double weight = left(touchpoint, place.time());
        sum += weight * touchpoint.emotion().orElseThrow().valence();
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static Map<String, Object> expected(List<Touchpoint> all, Position place) {
    long now = place.time();
    double arousal = 0;
    double weights = 0;
    for (Touchpoint touchpoint : all) {
      if (speaks(touchpoint, place)) {
        arousal += left(touchpoint, now) * touchpoint.emotion().orElseThrow().arousal();
        weights += left(touchpoint, now);
      }
    }
    Map<String, Object> expected = new HashMap<>();
    expected.put("valence", valence(all, place));
    expected.put("arousal", arousal / (0.5 + weights));
    expected.put("confidence", weights / (0.5 + weights));
    Position then = Position.after(now - 30 * MINUTE);
    expected.put("trend", valence(all, place) - valence(all, then));
    extreme(all, place, Math::min).ifPresent(lowest -> expected.put("lowest", lowest));
    extreme(all, place, Math::max).ifPresent(highest -> expected.put("highest", highest));
    label(all, place).ifPresent(label -> expected.put("label", label));
    return expected;
  }

  private static Optional<Double> extreme(
      List<Touchpoint> all, Position place, BinaryOperator<Double> further) {
    return all.stream()
        .filter(touchpoint -> speaks(touchpoint, place))
        .filter(touchpoint -> touchpoint.time() > place.time() - DAY)
        .map(touchpoint -> valence(all, touchpoint.position()))
        .reduce(further);
  }

  private static Optional<String> label(List<Touchpoint> all, Position place) {
    Map<String, Double> weights =
        new TreeMap<>(
            (a, b) ->
                Arrays.compareUnsigned(
                    a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
    for (Touchpoint touchpoint : all) {
      if (speaks(touchpoint, place)
          && left(touchpoint, place.time()) > 0
          && !touchpoint.emotion().orElseThrow().label().isEmpty()) {
        String label = touchpoint.emotion().orElseThrow().label();
        weights.merge(label, left(touchpoint, place.time()), Double::sum);
      }
    }
    double most = weights.values().stream().mapToDouble(weight -> weight).max().orElse(0);
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= most * (1 - BILLIONTH))
        .findFirst()
        .map(Map.Entry::getKey);
  }
}
