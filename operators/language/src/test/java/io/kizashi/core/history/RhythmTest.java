package io.kizashi.core.history;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often a customer does something, while it is in the history and when it has left. */
final class RhythmTest {
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          signals:
            usual: { interval: 'event.type == "ink"' }
            newest: { interval: 'event.type == "ink"', last: 2 }
            three: { interval: 'event.type == "ink"', last: 3 }
            fresh: { interval: 'event.type == "ink"', within: 100s }
          moments:
            m: { kind: drop_off, pattern: [ { event: cart } ] }
          actions:
            a: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
          """);

  /** Gaps of 500, 10, 40, 20 and 90 s; what is no ink lies between. */
  private static final Touchpoint[] ALL = {
    at(0, "ink", "a"),
    at(500, "ink", "b"),
    at(510, "ink", "c"),
    at(530, "view", "d"),
    at(550, "ink", "e"),
    at(570, "ink", "f"),
    at(660, "ink", "g"),
    at(660, "view", "h")
  };

  private static Optional<Object> signal(World world, String name, long seconds) {
    Object signals =
        world.at(Position.after(time(seconds))).find(FactName.SIGNALS.text()).orElseThrow();
    return Optional.ofNullable(((Map<?, ?>) signals).get(name));
  }

  private static Optional<Object> seconds(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }

  @Test
  void ofAnOddNumberTheMiddleOneIsTheMedian() {
    World world = CustomerWorld.of(RULES, ALL);
    assertThat(signal(world, "usual", 550)).isEqualTo(seconds(40));
    assertThat(signal(world, "newest", 660)).isEqualTo(seconds(90));
  }

  @Test
  void ofAnEvenNumberTheMeanOfTheMiddleTwoIs() {
    World world = CustomerWorld.of(RULES, ALL);
    // Five inks, 10, 40, 20 and 90 s apart.
    assertThat(signal(world, "usual", 660)).isEqualTo(seconds(30));
    assertThat(signal(world, "three", 660)).isEqualTo(seconds(55));
  }

  @Test
  void ofOneThereIsNone() {
    World world = CustomerWorld.of(RULES, ALL);
    assertThat(signal(world, "usual", 499)).isEmpty();
    assertThat(signal(world, "usual", 500)).isEqualTo(seconds(500));
  }

  @Test
  void whatIsOlderThanItsWindowDoesNotCount() {
    World world = CustomerWorld.of(RULES, ALL);
    assertThat(signal(world, "fresh", 500)).isEmpty();
    assertThat(signal(world, "fresh", 599)).isEqualTo(seconds(20));
    assertThat(signal(world, "fresh", 660)).isEqualTo(seconds(90));
    assertThat(signal(world, "fresh", 669)).isEqualTo(seconds(90));
    assertThat(signal(world, "fresh", 670)).isEmpty();
  }

  @Test
  void itIsTheSameWhenTheHistoryHasForgotten() {
    World before = CustomerWorld.of(RULES, ALL);
    Set<Position> gone =
        Stream.of(ALL).limit(ALL.length - 1).map(Touchpoint::position).collect(Collectors.toSet());
    CustomerState left =
        before
            .state()
            .withHistory(
                before
                    .state()
                    .history()
                    .without(it -> gone.contains(it.position()), ALL[6].position()));
    CustomerState kept = new EvictionProjector(before, gone, time(661)).projectOn(left);
    World after = World.of(kept, RULES, new Misses());
    for (String name : new String[] {"usual", "newest", "three", "fresh"}) {
      for (long seconds : new long[] {661, 669, 670, 5_000}) {
        assertThat(signal(after, name, seconds))
            .as("%s at %s seconds", name, seconds)
            .isEqualTo(signal(before, name, seconds));
      }
    }
    assertThat(signal(after, "usual", 5_000)).isEqualTo(seconds(30));
    assertThat(Optional.ofNullable(kept.projections().get("usual")).orElseThrow().rows())
        .as("rows kept of six inks")
        .hasSize(5);
  }
}
