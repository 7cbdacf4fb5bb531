package io.kizashi.core.history;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.detect.Guards;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.FactName;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is still known of touchpoints that left the history. */
final class EvictionProjectorTest {
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          signals:
            spent: { sum: 'event.properties.total', where: 'event.type == "order"', within: 30d }
            complaints: { open: 'event.type == "opened"', close: 'event.type == "closed"' }
          moments:
            m: { kind: drop_off, pattern: [ { event: cart } ] }
          actions:
            a: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
          policies:
            guards: [ { suppress: [sell], when: 'signals.complaints > 0.0', linger: 1h } ]
          """);

  private static final Touchpoint[] ALL = {
    at(0, "order", "a", "total", 40.0),
    at(10, "opened", "b"),
    at(20, "closed", "c"),
    at(30, "order", "d", "total", 2.0),
    at(40, "view", "e")
  };

  /** All but the last touchpoint leave; places from there on may be asked for. */
  private static World after() {
    World before = CustomerWorld.of(RULES, ALL);
    Set<Position> gone =
        Set.of(ALL[0].position(), ALL[1].position(), ALL[2].position(), ALL[3].position());
    CustomerState left =
        before
            .state()
            .withHistory(
                before
                    .state()
                    .history()
                    .without(it -> gone.contains(it.position()), ALL[3].position()));
    CustomerState kept = new EvictionProjector(before, gone, time(40)).projectOn(left);
    return World.of(kept, RULES, new Misses());
  }

  private static Object signal(World world, String name, long seconds) {
    Object signals =
        world.at(Position.after(time(seconds))).find(FactName.SIGNALS.text()).orElseThrow();
    return Optional.ofNullable(((Map<?, ?>) signals).get(name)).orElseThrow();
  }

  @Test
  void signalsComeToTheSame() {
    World before = CustomerWorld.of(RULES, ALL);
    long month = 30 * 86_400;
    for (long seconds : new long[] {40, month - 1, month, month + 30}) {
      assertThat(signal(after(), "spent", seconds))
          .as("at %s seconds", seconds)
          .isEqualTo(signal(before, "spent", seconds));
    }
    assertThat(signal(after(), "spent", 40)).isEqualTo(42.0);
    assertThat(signal(after(), "spent", month)).isEqualTo(2.0);
  }

  @Test
  void aGuardThatLingersStillKnowsWhatItAskedFor() {
    World world = after();
    Position in = Position.after(time(20 + 3_600 - 1));
    Position behind = Position.after(time(20 + 3_600));
    assertThat(new Guards(world).against(ActionKind.SELL, in, world.at(in))).hasSize(1);
    assertThat(new Guards(world).against(ActionKind.SELL, behind, world.at(behind))).isEmpty();
  }

  @Test
  void withoutWhatIsKeptTheSumWouldBeGone() {
    World bare = CustomerWorld.of(RULES, ALL[4]);
    assertThat(signal(bare, "spent", 40)).isEqualTo(0.0);
  }
}
