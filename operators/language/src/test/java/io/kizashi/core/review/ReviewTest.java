package io.kizashi.core.review;

import static io.kizashi.core.CustomerWorld.at;
import static io.kizashi.core.CustomerWorld.rules;
import static io.kizashi.core.CustomerWorld.time;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a message that quiet hours held from 10:00 until 12:00. */
final class ReviewTest {
  private static final long NOON = 2 * 3_600;

  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      signals:
        complaints: { open: 'event.type == "opened"', close: 'event.type == "closed"' }
      moments:
        m: { kind: drop_off, pattern: [ { event: cart } ], open-for: 1d }
      actions:
        a: { kind: sell, answers: [m], channels: [web], expires: 4h, content: { web: { en: a } } }
      policies:
        quiet-hours: { from: '09:00', to: '12:00', channels: [web], then: hold }
        guards: [ { suppress: [sell], when: 'signals.complaints > 0.0' } ]
      """;

  private static final Rules RULES = rules(BOOK);

  private static CustomerState after(Touchpoint... touchpoints) {
    CustomerState state = CustomerState.EMPTY;
    for (Touchpoint touchpoint : List.of(touchpoints)) {
      state = Decider.decide(state, touchpoint, InForce.always(RULES), Time.UNPROVEN).state();
    }
    return state;
  }

  private static Recommendation held(CustomerState state) {
    assertThat(state.decisions()).hasSize(1);
    assertThat(state.decisions().get(0).held()).isTrue();
    return state.decisions().get(0).recommendation();
  }

  private static Optional<String> due(CustomerState state, Rules rules, long certain) {
    return new Review(World.of(state, rules, new Misses()), state, InForce.always(rules))
        .due(state.decisions().get(0), time(certain))
        .map(Withheld::reason);
  }

  @Test
  void whatNothingSpeaksAgainstIsSent() {
    CustomerState state = after(at(0, "cart", "c"));
    assertThat(held(state).plan().sendAt()).isEqualTo(time(NOON));
    assertThat(due(state, RULES, NOON)).isEmpty();
  }

  @Test
  void itExpiresByTheTimeAtWhichItWasToBeSent() {
    CustomerState state = after(at(0, "cart", "c"));
    assertThat(due(state, RULES, NOON + 4 * 3_600 - 1)).isEmpty();
    assertThat(due(state, RULES, NOON + 4 * 3_600)).contains("expired");
  }

  @Test
  void aGuardThatHoldsByThenKeepsItBack() {
    assertThat(due(after(at(0, "cart", "c"), at(60, "opened", "d")), RULES, NOON))
        .contains("upset");
  }

  @Test
  void anActionThatTheRulesNoLongerHaveIsWithdrawn() {
    Rules others = rules(BOOK.replace("  a: {", "  b: {"));
    assertThat(due(after(at(0, "cart", "c")), others, NOON)).contains("not_in_force");
  }

  @Test
  void harmIsWhatWasKnownAtThePlaceOnly() {
    CustomerState state = after(at(0, "cart", "c"), at(60, "opened", "d"));
    Review review = new Review(World.of(state, RULES, new Misses()), state, InForce.always(RULES));
    assertThat(review.harm(held(state), at(0, "cart", "c").position())).isEmpty();
    assertThat(review.harm(held(state), at(61, "cart", "x").position()).map(Withheld::reason))
        .contains("upset");
  }

  @Test
  void whatAnswersAFallenMomentSaysSo() {
    assertThat(Review.fallen(held(after(at(0, "cart", "c")))).reason()).isEqualTo("not_standing");
  }
}
