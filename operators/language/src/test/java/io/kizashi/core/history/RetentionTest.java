package io.kizashi.core.history;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.CustomerWorld;
import io.kizashi.core.detect.World;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves a history, and when. */
final class RetentionTest {
  private static final int MOST = 20;
  private static final long DAY = 86_400;

  private static final Rules RULES =
      rules(
          """
          rulebook: r
          disorder: 10s
          history: { touchpoints: 20, for: 30d }
          moments:
            m: { kind: drop_off, pattern: [ { event: cart }, { absence: order, for: 1h } ] }
            n: { kind: drop_off, pattern: [ { event: error } ] }
          """);

  /** An error, on which nothing waits, a cart, and views after it, a second each. */
  private static Touchpoint[] views(int count) {
    List<Touchpoint> all =
        new ArrayList<>(List.of(at(-1, "error", "error"), at(0, "cart", "cart")));
    for (int i = 1; i <= count; i++) {
      all.add(at(i, "view", "v" + i));
    }
    return all.toArray(Touchpoint[]::new);
  }

  private static CustomerState kept(long proven, Touchpoint... touchpoints) {
    World world = CustomerWorld.of(RULES, touchpoints);
    CustomerState judged = world.state().withClock(new Clock(proven, Clock.NEVER));
    return new Retention(RULES, proven).apply(world.after(judged, world.misses()), false).state();
  }

  private static List<String> ids(CustomerState state) {
    return state.history().touchpoints().stream().map(Touchpoint::id).toList();
  }

  @Test
  void nothingLeavesUpToTheSlack() {
    Touchpoint[] touchpoints = views(MOST + Bounds.HISTORY_SLACK - 2);
    assertThat(kept(time(60), touchpoints).history().count()).isEqualTo(touchpoints.length);
  }

  @Test
  void whatNoRuleLooksAtLeavesBeforeOlderOnesThatSomeRuleDoes() {
    CustomerState state = kept(time(60), views(MOST + Bounds.HISTORY_SLACK - 1));
    assertThat(state.history().count()).isEqualTo(MOST);
    assertThat(ids(state)).startsWith("error", "cart").doesNotContain("v1", "v2");
  }

  @Test
  void whatADeadlineHangsOnOutlivesTheRetention() {
    Rules late =
        rules(
            """
            rulebook: r
            disorder: 10s
            history: { touchpoints: 20, for: 30d }
            moments:
              m: { kind: drop_off, pattern: [ { event: promised, as: p }, { absence: called, until: 'p.properties.at' } ] }
            """);
    Touchpoint promise = at(0, "promised", "p", "at", (double) time(100 * DAY));
    World world = CustomerWorld.of(late, promise, at(1, "view", "v"));
    long proven = time(50 * DAY);
    CustomerState judged = world.state().withClock(new Clock(proven, Clock.NEVER));
    CustomerState state =
        new Retention(late, proven).apply(world.after(judged, world.misses()), false).state();
    assertThat(ids(state)).containsExactly("p");
  }

  @Test
  void aRuleStartsBehindWhatLeft() {
    CustomerState state = kept(time(50 * DAY), at(0, "cart", "a"), at(49 * DAY, "cart", "b"));
    assertThat(ids(state)).containsExactly("b");
    assertThat(state.start("m", RULES.ref().hash())).isEqualTo(Position.after(time(0)));
  }
}
