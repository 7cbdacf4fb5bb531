package io.kizashi.core.known;

import static io.kizashi.core.CustomerWorld.action;
import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.detect.World;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Position;
import io.kizashi.schema.ReservedTypes;
import org.junit.jupiter.api.Test;

/** For how long what was declined is not offered again. */
final class RefusalsTest {
  private static final long DAY = 86_400;

  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          moments:
            m: { kind: drop_off, pattern: [ { event: cart } ] }
          actions:
            rescue: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
            coupon: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: b } } }
          policies:
            guards: [ { suppress: [sell], after: { outcome: declined, same: action }, for: 30d } ]
          """);

  private static boolean holds(String name, String outcome, long seconds) {
    World world =
        CustomerWorld.of(
            RULES,
            at(
                0,
                ReservedTypes.RECOMMENDATION_OUTCOME,
                "o",
                "recommendation",
                "r-1",
                "action",
                "rescue",
                "kind",
                "sell",
                "outcome",
                outcome));
    return new Refusals(world)
        .against(action(RULES, "m", name), Position.after(time(seconds)))
        .findAny()
        .isPresent();
  }

  @Test
  void whatWasDeclinedIsKeptBackForItsSpan() {
    assertThat(holds("rescue", "declined", -1)).isFalse();
    assertThat(holds("rescue", "declined", 0)).isTrue();
    assertThat(holds("rescue", "declined", 30 * DAY - 1)).isTrue();
    assertThat(holds("rescue", "declined", 30 * DAY)).isFalse();
  }

  @Test
  void anotherActionOfTheSameKindIsNot() {
    assertThat(holds("coupon", "declined", 0)).isFalse();
  }

  @Test
  void anotherOutcomeRefusesNothing() {
    assertThat(holds("rescue", "clicked", 0)).isFalse();
  }
}
