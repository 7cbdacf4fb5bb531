package io.kizashi.core.detect;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Position;
import org.junit.jupiter.api.Test;

/** What a guard keeps back, and how long it lingers. */
final class GuardsTest {
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          signals:
            complaints: { open: 'event.type == "opened"', close: 'event.type == "closed"', by: 'event.properties.case' }
          moments:
            m: { kind: drop_off, pattern: [ { event: cart } ] }
          actions:
            a: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
          policies:
            guards: [ { suppress: [sell], when: 'signals.complaints > 0.0', linger: 1h } ]
          """);

  private static boolean holds(ActionKind kind, long seconds) {
    World world =
        CustomerWorld.of(
            RULES, at(0, "opened", "a", "case", "k"), at(60, "closed", "b", "case", "k"));
    Position place = Position.after(time(seconds));
    return new Guards(world).against(kind, place, world.at(place)).findAny().isPresent();
  }

  @Test
  void aGuardHoldsFromWhatItAsksForOn() {
    assertThat(holds(ActionKind.SELL, -1)).isFalse();
    assertThat(holds(ActionKind.SELL, 0)).isTrue();
  }

  @Test
  void itLingersForItsTimeAfterTheEnd() {
    assertThat(holds(ActionKind.SELL, 60 + 3_600 - 1)).isTrue();
    assertThat(holds(ActionKind.SELL, 60 + 3_600)).isFalse();
  }

  @Test
  void otherKindsAreNotItsBusiness() {
    assertThat(holds(ActionKind.SERVE, 30)).isFalse();
  }
}
