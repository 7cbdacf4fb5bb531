package io.kizashi.core.eligible;

import static io.kizashi.core.CustomerWorld.action;
import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Check;
import io.kizashi.core.reason.Exclusion;
import io.kizashi.core.rules.Mode;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps one option back on channel web. */
final class EligibilityTest {
  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      signals:
        spent: { sum: 'event.properties.total', where: 'event.type == "order"', within: 30d }
      moments:
        m: { kind: drop_off, pattern: [ { event: cart } ], open-for: 1d }
      actions:
        a: { kind: sell, answers: [m], channels: [web], expires: 1h, when: 'signals.spent >= 100.0', content: { web: { en: a } } }
      policies:
        %s
      """;

  /** What keeps the action back that answers the last touchpoint, which detects a moment. */
  private static List<Exclusion> exclusions(String policy, Touchpoint... touchpoints) {
    Rules rules = rules(BOOK.formatted(policy));
    CustomerState state = CustomerState.EMPTY;
    for (Touchpoint touchpoint : touchpoints) {
      state = Decider.decide(state, touchpoint, InForce.always(rules), Time.UNPROVEN).state();
    }
    Touchpoint last = touchpoints[touchpoints.length - 1];
    Position place = last.position();
    World world = World.of(state, rules, new Misses());
    CustomerState others =
        state.withDecisions(
            state.decisions().stream()
                .filter(it -> !it.recommendation().trigger().equals(last.id()))
                .toList());
    Eligibility eligibility =
        new Eligibility(
            world,
            InForce.always(rules),
            place,
            ContactHistory.to(world, others, place, Mode.IN_EARNEST));
    Option option =
        new Option(
            action(rules, "m", "a"), state.moments().get(state.moments().size() - 1).moment());
    List<Exclusion> all = new ArrayList<>(eligibility.ofOption(option, eligibility.worth(option)));
    all.addAll(eligibility.ofRoute(eligibility.route(option, "web"), last.time()));
    return all;
  }

  private static List<Check> checks(String policy, Touchpoint... touchpoints) {
    return exclusions(policy, touchpoints).stream().map(Exclusion::check).toList();
  }

  private static final String NONE = "tiers: [sell]";
  private static final Touchpoint RICH = at(-3_600, "order", "o", "total", 100.0);
  private static final Touchpoint CART = at(0, "cart", "c");

  @Test
  void nothingKeepsBackWhatEveryPolicyAllows() {
    assertThat(checks(NONE, RICH, CART)).isEmpty();
  }

  @Test
  void aConditionThatFailsIsNamedWithTheNumberThatWouldDo() {
    List<Exclusion> all = exclusions(NONE, CART);
    assertThat(all).extracting(Exclusion::check).containsExactly(Check.NOT_ELIGIBLE);
    assertThat(all.get(0).detail()).isEqualTo("signals.spent >= 100.0");
  }

  @Test
  void advertisingNeedsConsentWhereItIsAskedFor() {
    assertThat(checks("consent: { ad: [web] }", RICH, CART)).containsExactly(Check.NO_CONSENT);
    assertThat(checks("consent: { ad: [line] }", RICH, CART)).isEmpty();
  }

  @Test
  void aCapCountsWhatWasSentInItsSpan() {
    String cap = "caps: [ { kinds: [sell], limit: 1, per: 1d } ]";
    Touchpoint yesterday = at(-86_400 + 1, "cart", "b");
    Touchpoint rich = at(-2 * 86_400, "order", "o", "total", 100.0);
    List<Exclusion> all = exclusions(cap, rich, yesterday, CART);
    assertThat(all).extracting(Exclusion::check).containsExactly(Check.CAPPED);
    assertThat(all.get(0).remedy().ofRules()).contains(new Flip("limit", 1, 2));
    assertThat(checks(cap, rich, at(-86_400, "cart", "b"), CART)).isEmpty();
  }

  @Test
  void checksAreAskedInTheirOrder() {
    String both =
        "consent: { ad: [web] }\n  quiet-hours: { from: '09:00', to: '11:00', channels: [web], then: drop }";
    assertThat(checks(both, CART))
        .containsExactly(Check.NOT_ELIGIBLE, Check.NO_CONSENT, Check.QUIET_HOURS);
  }
}
