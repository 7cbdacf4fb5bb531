package io.kizashi.core.arbitrate;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.decide.Decider;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided on a cart, where nothing was decided before. */
final class ArbiterTest {
  private static final Touchpoint CART = at(0, "cart", "c", "v", 9.0);
  private static final Cause CAUSE = new Cause(CART.position());

  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      moments:
        m: { kind: drop_off, pattern: [ { event: cart, as: cart } ], open-for: 1h }
      actions:
        a: { kind: serve, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } }
        b: { kind: sell, answers: [m], channels: [web], expires: 1h, value: '5.0', content: { web: { en: b } } }
        c: { kind: sell, answers: [m], channels: [web], expires: 1h, value: '9.0', shadow: true, content: { web: { en: c } } }
      """;

  private static CustomerState judged(Rules rules) {
    return Decider.decide(CustomerState.EMPTY, CART, InForce.always(rules), Time.UNPROVEN).state();
  }

  private static Arbiter arbiter(Rules rules, CustomerState state) {
    return new Arbiter(
        World.of(state, rules, new Misses()), state, InForce.always(rules), Set.of());
  }

  private static Arbiter undecided(String rulebook) {
    Rules rules = rules(rulebook);
    return arbiter(rules, judged(rules).withDecisions(List.of()));
  }

  @Test
  void theBestThatIsInEarnestIsChosen() {
    Answer answer = undecided(BOOK).decide(CAUSE, CART.time());
    assertThat(answer.chosen().map(it -> it.plan().action())).contains("b");
  }

  @Test
  void inShadowAllCompete() {
    Answer answer = undecided(BOOK).decideInShadow(CAUSE, CART.time());
    assertThat(answer.chosen().map(it -> it.plan().action())).contains("c");
  }

  @Test
  void anEarlierTierGoesBeforeAHigherScore() {
    Answer answer =
        undecided(BOOK + "policies: { tiers: [serve, sell] }\n").decide(CAUSE, CART.time());
    assertThat(answer.chosen().map(it -> it.plan().action())).contains("a");
  }

  @Test
  void theSameCauseLeadsToTheSameRecommendationAndOnlyOnce() {
    Rules rules = rules(BOOK);
    CustomerState decided = judged(rules);
    Recommendation first = decided.decisions().get(0).recommendation();
    assertThat(undecided(BOOK).decide(CAUSE, CART.time()).chosen().map(Recommendation::id))
        .contains(first.id());
    assertThat(arbiter(rules, decided).decide(CAUSE, CART.time())).isEqualTo(Answer.NOTHING);
  }

  @Test
  void whatCostsMoreThanItIsWorthIsWithheldAsOutscored() {
    String costly =
        BOOK.substring(0, BOOK.indexOf("  a:"))
            + "  d: { kind: sell, answers: [m], channels: [web], expires: 1h, cost: 10, "
            + "value: 'cart.properties.v', content: { web: { en: d } } }\n";
    Answer answer = undecided(costly).decide(CAUSE, CART.time());
    assertThat(answer.chosen()).isEmpty();
    assertThat(answer.withheld().map(Withheld::reason)).contains("outscored");
  }

  @Test
  void aMomentIsOpenForItsTimeOnly() {
    Arbiter arbiter = undecided(BOOK);
    Touchpoint last = at(3_600 - 1, "view", "v");
    Touchpoint late = at(3_600, "view", "w");
    assertThat(arbiter.decide(new Cause(last.position()), last.time()).chosen()).isPresent();
    assertThat(arbiter.decide(new Cause(late.position()), late.time())).isEqualTo(Answer.NOTHING);
  }
}
