package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import org.junit.jupiter.api.Test;

/**
 * The checkpoint is taken, a cart is left and a message goes out; then the engine is killed and
 * goes on from the checkpoint.
 */
final class RecollectionTest {
  private static final String GUARD =
      policy(
          "guards: [ { suppress: [sell], after: { outcome: declined, same: action }, for: 90d } ]");

  private final CustomerStory first = story(RESCUE, GUARD).at(0, "view", "a");
  private final CustomerState checkpoint = first.state;
  private final Recommendation said = first.at(1, "cart", "b").recommendations.get(0);

  /** From the checkpoint, knowing what was said. */
  private CustomerStory restarted() {
    CustomerStory second = story(RESCUE, GUARD);
    second.state = checkpoint;
    for (Moment moment : first.moments) {
      second.state = Recollection.of(second.state, moment, Mode.IN_EARNEST);
    }
    second.state = Recollection.of(second.state, said, Mode.IN_EARNEST);
    return second;
  }

  private static Verdict settled(CustomerStory story) {
    return Decider.settle(story.state, story.inForce);
  }

  @Test
  void whatComesAgainIsNotSaidAgainAndStands() {
    CustomerStory second = restarted().at(1, "cart", "b");

    assertThat(second.recommendations).isEmpty();
    assertThat(second.moments).isEmpty();
    assertThat(second.state.decisions()).singleElement().matches(Decision::standing);
    Verdict settled = settled(second);
    assertThat(settled.recommendations()).isEmpty();
    assertThat(settled.moments()).isEmpty();
    assertThat(settled.state().said().isNothing()).isTrue();
    assertThat(settled.state().decisions()).singleElement().matches(Decision::standing);
  }

  @Test
  void whatDoesNotComeAgainIsTakenBackOnce() {
    CustomerStory second = restarted().at(2, "view", "x");

    assertThat(second.recommendations).isEmpty();
    Verdict settled = settled(second);
    assertThat(settled.recommendations()).containsExactly(said.retracted());
    assertThat(settled.moments()).containsExactly(first.moments.get(0).retracted());
    second.state = settled.state();
    assertThat(settled(second).recommendations()).isEmpty();
    assertThat(settled(second).moments()).isEmpty();
  }

  /** An answer does not say to what it is one, nor where: rules may read both. */
  @Test
  void anOutcomeThatComesBeforeItsRecommendationIsMadeAgainIsReadAsAfterIt() {
    Touchpoint declined =
        CustomerStory.touchpoint(
            "c",
            "recommendation_outcome",
            CustomerStory.START + 2_000,
            "recommendation",
            said.id(),
            "outcome",
            "declined");
    Touchpoint answer = declined.with(Setting.NONE, declined.properties());
    CustomerStory second = restarted().arrives(answer);

    assertThat(second.state.history().touchpoints())
        .filteredOn(it -> it.id().equals("c"))
        .singleElement()
        .matches(it -> it.setting().channel().equals(said.plan().channel()))
        .matches(it -> said.plan().action().equals(it.properties().get("action")));

    second.at(1, "cart", "b").at(DAY, "cart", "d");
    assertThat(second.recommendations).isEmpty();
    assertThat(second.withheld).containsExactly("declined_before");
  }

  /** Two moments of one instant: the message on the first waits, the one on the second was sent. */
  @Test
  void aMessageWhoseMomentHasNotComeAgainYetIsAboutNoOther() {
    String offers =
        """
        actions:
          now: { kind: sell, answers: [cart_left], channels: [web], expires: 12h, content: { web: { en: a } } }
          later: { kind: sell, answers: [cart_left], channels: [web], after: 3h, weight: 2, expires: 12h, content: { web: { en: b } } }
        policies:
          caps: [ { limit: 1, per: 1h } ]
        """;
    CustomerStory undisturbed = story(offers).at(1, "cart", "a").at(1, "cart", "b");
    CustomerStory second = story(offers);
    for (Moment moment : undisturbed.moments) {
      second.state = Recollection.of(second.state, moment, Mode.IN_EARNEST);
    }
    for (Recommendation sent : undisturbed.recommendations) {
      second.state = Recollection.of(second.state, sent, Mode.IN_EARNEST);
    }
    second.at(1, "cart", "a").at(1, "cart", "b");
    second.act(settled(second));

    assertThat(second.recommendations).isEmpty();
    assertThat(undisturbed.ends().recommendations)
        .extracting(it -> it.plan().action())
        .containsExactly("now", "later");
    assertThat(second.ends().recommendations)
        .extracting(Recommendation::withoutReasoning)
        .containsExactly(undisturbed.recommendations.get(1).withoutReasoning());
  }

  /**
   * A message waited for its guard until it expired, and nothing else was said on that cart. Later
   * the moment got its message: that one must not leave the first cart to another.
   */
  @Test
  void whatWasAnsweredLaterLeavesNothingToDoBefore() {
    String rulebook =
        """
        rulebook: r
        signals:
          complaints: { count: 'event.type == "complaint"', within: 1h }
        moments:
          cart_left: { kind: drop_off, pattern: [ { event: cart } ], open-for: 1d }
          met: { kind: moment_of_truth, pattern: [ { event: cart } ], open-for: 1m }
          stuck: { kind: moment_of_truth, pattern: [ { event: error } ], open-for: 1m }
        actions:
          rescue: { kind: sell, answers: [cart_left], weight: 2, channels: [web], expires: 10m, content: { web: { en: a } } }
          greet: { kind: inform, answers: [met], channels: [web], expires: 12h, content: { web: { en: b } } }
        policies:
          guards: [ { suppress: [sell], when: 'signals.complaints > 0.0', then: hold } ]
        """;
    CustomerStory undisturbed = new CustomerStory(rulebook);
    undisturbed.at(0, "complaint", "a").at(1, "cart", "b").proven(Offers.HOUR);
    undisturbed.at(2 * Offers.HOUR, "error", "c");
    assertThat(undisturbed.recommendations)
        .singleElement()
        .matches(it -> it.plan().action().equals("rescue") && it.trigger().equals("c"));

    CustomerStory second = new CustomerStory(rulebook);
    for (Moment moment : undisturbed.moments) {
      second.state = Recollection.of(second.state, moment, Mode.IN_EARNEST);
    }
    for (Recommendation sent : undisturbed.recommendations) {
      second.state = Recollection.of(second.state, sent, Mode.IN_EARNEST);
    }
    second.at(0, "complaint", "a").at(1, "cart", "b").proven(Offers.HOUR);
    second.at(2 * Offers.HOUR, "error", "c");
    second.act(settled(second));

    assertThat(second.recommendations).isEmpty();
  }
}
