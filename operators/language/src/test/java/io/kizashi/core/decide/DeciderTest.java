package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.state.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeciderTest {
  private static final String CART =
      """
      rulebook: retail
      disorder: 10s
      moments:
        cart_abandoned:
          kind: drop_off
          stage: purchase
          pattern:
            - { event: cart_updated, where: 'event.properties.cartValue >= 3000.0', as: cart }
            - { absence: order_placed, for: 30m }
      actions:
        cart_rescue:
          kind: sell
          answers: [cart_abandoned]
          channels: [line, web]
          expires: 12h
          content:
            line: { ja: 'カート{{cart.properties.cartValue}}円', en: 'Cart {{cart.properties.cartValue}}' }
            web: { en: 'Your cart is waiting.' }
      """;

  private static CustomerStory cart() {
    return new CustomerStory(CART);
  }

  @Test
  void aCartLeftForHalfAnHourIsAbandonedAtItsDeadline() {
    CustomerStory story = cart().at(0, "cart_updated", "e1", "cartValue", 5_400.0);
    story.proven(1_809);
    assertThat(story.moments).isEmpty();
    story.proven(1_810);
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
    assertThat(story.moments.get(0).stage()).isEqualTo("purchase");
    Recommendation recommendation = story.recommendations.get(0);
    assertThat(recommendation.plan().channel()).isEqualTo("line");
    assertThat(recommendation.decidedAt()).isEqualTo(CustomerStory.START + 1_800_000);
    assertThat(recommendation.plan().expiresAt() - recommendation.plan().sendAt())
        .isEqualTo(12 * 3_600_000L);
    assertThat(recommendation.reasoning().orElseThrow().content())
        .containsEntry("text", "カート5400円");
    assertThat(story.state.clock().wakeUp()).isEqualTo(Clock.NEVER);
  }

  @Test
  void anOrderExactlyAtTheDeadlineIsInTime() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(1_800, "order_placed", "e2")
            .ends();
    assertThat(story.moments).isEmpty();
  }

  @Test
  void anOrderOneSecondAfterTheDeadlineIsTooLateToSaveTheCart() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(1_801, "order_placed", "e2")
            .ends();
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
  }

  @Test
  void anOrderAtTheSameInstantAsTheCartBreaksTheSilence() {
    for (String order : List.of("d", "f")) { // before the cart's id, and behind it
      CustomerStory story =
          cart()
              .at(0, "cart_updated", "e", "cartValue", 5_400.0)
              .at(0, "order_placed", order)
              .ends();
      assertThat(story.standing()).isEmpty();
    }
  }

  @Test
  void aNewerCartReplacesTheOlderAttempt() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(1_200, "cart_updated", "e2", "cartValue", 4_000.0)
            .ends();
    assertThat(story.standing()).containsExactly("cart_abandoned@3000.0:e2");
  }

  @Test
  void aSmallCartReplacesNothing() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(1_200, "cart_updated", "e2", "cartValue", 100.0)
            .ends();
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
  }

  @Test
  void anOrderThatTurnsUpLateTakesMomentAndRecommendationBack() {
    CustomerStory story = cart().at(0, "cart_updated", "e1", "cartValue", 5_400.0).proven(2_000);
    story.at(900, "order_placed", "e2");
    assertThat(story.standing()).isEmpty();
    assertThat(story.recommendations)
        .extracting(Recommendation::status)
        .containsExactly(Recommendation.Status.ISSUED, Recommendation.Status.RETRACTED);
    assertThat(story.recommendations.get(1).id()).isEqualTo(story.recommendations.get(0).id());
    assertThat(story.moments.get(1).id()).isEqualTo(story.moments.get(0).id());
  }

  @Test
  void aCartThatTurnsUpLateIsJudgedWithItsOriginalDeadline() {
    CustomerStory story = cart().at(5_000, "page_viewed", "e0").proven(5_000);
    story.at(0, "cart_updated", "e1", "cartValue", 5_400.0).proven(5_001);
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void aMomentThatAppearsPastItsActionsExpiryGivesNoAction() {
    CustomerStory story = cart().at(100_000, "page_viewed", "e0").proven(100_000);
    story.at(0, "cart_updated", "e1", "cartValue", 5_400.0).proven(100_001);
    assertThat(story.standing()).hasSize(1);
    assertThat(story.recommendations).isEmpty();
  }

  @Test
  void theSameIdTwiceIsOneTouchpoint() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .ends();
    assertThat(story.fates).contains(Fate.DUPLICATE);
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
  }

  @Test
  void anIdThatWasUsedForSomethingElseMakesNoOneTouchpoint() {
    CustomerStory story =
        cart()
            .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(0, "order_placed", "e1")
            .at(0, "order_placed", "e1")
            .at(3_600, "cart_updated", "e1", "cartValue", 5_400.0)
            .at(3_600, "cart_updated", "e1", "cartValue", 5_400.0)
            .ends();
    assertThat(story.fates)
        .startsWith(Fate.FOLDED, Fate.REUSED_ID, Fate.DUPLICATE, Fate.REUSED_ID, Fate.DUPLICATE);
    assertThat(story.standing()).singleElement().asString().startsWith("cart_abandoned@5400.0:e1~");
  }

  @Test
  void aTouchpointOlderThanRetentionIsLate() {
    long month = 30 * 86_400L;
    CustomerStory story = cart().at(month, "page_viewed", "e1").proven(month);
    story.at(-1, "cart_updated", "e2", "cartValue", 5_400.0);
    story.at(0, "cart_updated", "e3", "cartValue", 5_400.0);
    assertThat(story.fates).containsExactly(Fate.FOLDED, Fate.LATE, Fate.FOLDED);
  }

  @Test
  void aMissingPropertyMakesTheConditionFalseAndIsCounted() {
    CustomerStory story = cart().at(0, "cart_updated", "e1").ends();
    assertThat(story.moments).isEmpty();
    assertThat(story.missing).isPositive();
  }

  @Test
  void theLanguageIsTheOneThatTheProfileNames() {
    CustomerStory story =
        cart()
            .at(-10, "profile_updated", "p1", "locale", "en-GB")
            .at(0, "cart_updated", "e1", "cartValue", 5_400.5)
            .ends();
    assertThat(story.recommendations.get(0).reasoning().orElseThrow().content())
        .containsEntry("text", "Cart 5400.5");
  }

  @Test
  void laterStepsTakeTheFirstFitAndMayLookBackAtCaptures() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: service
            moments:
              called_after_faq:
                kind: drop_off
                pattern:
                  - { event: faq_viewed, as: faq }
                  - { event: call_started, where: 'event.session == faq.session', within: 30m }
            """);
    story.at(0, "faq_viewed", "e1").at(60, "faq_viewed", "e2").at(90, "call_started", "e3");
    assertThat(story.standing()).containsExactly("called_after_faq@90.0:e2,e3");
    story.at(100, "call_started", "e4").at(1_861, "call_started", "e5");
    assertThat(story.standing()).containsExactly("called_after_faq@90.0:e2,e3");
  }

  @Test
  void whatARuleExceptsEndsTheAttemptEvenAtTheDeadlineItself() {
    String excepting = CART.replace("    stage: purchase", "    unless: call_started");
    CustomerStory early =
        new CustomerStory(excepting).at(0, "cart_updated", "e1", "cartValue", 5_400.0);
    early.at(1_800, "call_started", "e2").ends();
    assertThat(early.standing()).isEmpty();
    CustomerStory late =
        new CustomerStory(excepting).at(0, "cart_updated", "e1", "cartValue", 5_400.0);
    late.at(1_801, "call_started", "e2").ends();
    assertThat(late.standing()).containsExactly("cart_abandoned@1800.0:e1");
  }

  @Test
  void restartFirstLetsTheOlderAttemptRunToItsEnd() {
    CustomerStory story =
        new CustomerStory(
            CART.replace("    stage: purchase", "    stage: purchase\n    restart: first"));
    story
        .at(0, "cart_updated", "e1", "cartValue", 5_400.0)
        .at(1_800, "cart_updated", "e2", "cartValue", 4_000.0)
        .at(1_801, "cart_updated", "e3", "cartValue", 4_000.0)
        .ends();
    assertThat(story.standing())
        .containsExactly("cart_abandoned@1800.0:e1", "cart_abandoned@3601.0:e3");
  }

  @Test
  void aSilenceInTheMiddleIsOverAtItsDeadline() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: service
            disorder: 10s
            moments:
              silent_then_angry:
                kind: drop_off
                pattern:
                  - { event: question_asked, as: q }
                  - { absence: answer_given, for: 10m }
                  - { event: complaint_opened, within: 1h }
            """);
    story.at(0, "question_asked", "e1").at(600, "complaint_opened", "e2");
    story.at(601, "complaint_opened", "e3").proven(609);
    assertThat(story.standing()).isEmpty();
    story.proven(610);
    assertThat(story.standing()).containsExactly("silent_then_angry@601.0:e1,e3");
  }

  @Test
  void settledWaitsUntilOrderIsCertain() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: service
            disorder: 10s
            decide: settled
            moments:
              order_after_cart:
                kind: moment_of_truth
                pattern: [ { event: cart_updated }, { event: order_placed, within: 1h } ]
            """);
    story.at(10, "order_placed", "e3").at(5, "cart_updated", "e2").at(0, "cart_updated", "e1");
    assertThat(story.moments).isEmpty();
    story.proven(19);
    assertThat(story.moments).isEmpty();
    story.proven(20);
    assertThat(story.standing()).containsExactly("order_after_cart@10.0:e2,e3");
  }

  @Test
  void severalMomentsOnOneCauseGiveOneDecision() {
    String second =
        CART.replace(
            "actions:",
            "  cart_left:\n    kind: drop_off\n    pattern: [ { event: cart_updated }, { absence:"
                + " order_placed, for: 30m } ]\nactions:\n  bother:\n    kind: sell\n    answers:"
                + " [cart_left]\n    channels: [web]\n    expires: 1h\n    content: { web: { en: 'Come"
                + " back' } }\n");
    CustomerStory story =
        new CustomerStory(second).at(0, "cart_updated", "e1", "cartValue", 5_400.0).ends();
    assertThat(story.moments).hasSize(2);
    assertThat(story.recommendations).hasSize(1);
    assertThat(story.recommendations.get(0).reasoning().orElseThrow().explanation().candidates())
        .extracting(c -> c.action() + " " + c.reason())
        .containsExactly("bother chosen", "cart_rescue outscored");
  }

  @Test
  void twoHundredViewsDoNotPushOutTheCartThatADeadlineHangsOn() {
    CustomerStory story = cart().at(0, "cart_updated", "e1", "cartValue", 5_400.0);
    for (int i = 0; i < 400; i++) {
      story.at(1 + i, "page_viewed", "v" + i);
    }
    assertThat(story.state.history().count()).isLessThanOrEqualTo(232);
    assertThat(story.state.history().evicted()).isPositive();
    story.ends();
    assertThat(story.standing()).containsExactly("cart_abandoned@1800.0:e1");
  }

  @Test
  void evictionNeverTakesAJudgedMomentBack() {
    CustomerStory story =
        new CustomerStory(
            CART.replace("disorder: 10s", "disorder: 10s\nhistory: { touchpoints: 5 }"));
    for (int i = 0; i < 200; i++) {
      story.at(i * 4_000L, "cart_updated", "e" + i, "cartValue", 5_400.0);
      story.proven(i * 4_000L);
    }
    story.ends();
    assertThat(story.moments).allMatch(m -> m.status() == Moment.Status.DETECTED).hasSize(200);
  }

  private static final String TWO =
      """
      rulebook: retail
      disorder: 10s
      decide: settled
      history: { touchpoints: 200, for: 30d }
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, as: cart }
            - { absence: order_placed, for: 30m }
        looked:
          kind: drop_off
          pattern:
            - { event: page_viewed, where: 'event.text == "never"' }
            - { absence: order_placed, for: 30m }
      actions:
        rescue:
          kind: sell
          answers: [cart_abandoned, looked]
          channels: [web]
          expires: 12h
          content: { web: { ja: 'J', en: 'E' } }
      """;

  @Test
  void pageViewsThatAnotherRuleWatchesDoNotPushOutACart() {
    CustomerStory story = new CustomerStory(TWO).at(0, "cart_updated", "c1");
    for (int i = 1; i <= 300; i++) {
      story.at(i, "page_viewed", "p" + i);
    }
    assertThat(story.ends().standing()).containsExactly("cart_abandoned@1800.0:c1");
  }

  @Test
  void aSettledDecisionDoesNotSeeAProfileOfLater() {
    CustomerStory early = new CustomerStory(TWO).at(0, "cart_updated", "c1").proven(1_810);
    early.at(1_900, "profile_updated", "p1", "locale", "en").ends();
    CustomerStory late = new CustomerStory(TWO).at(0, "cart_updated", "c1");
    late.at(1_900, "profile_updated", "p1", "locale", "en").ends();
    assertThat(late.recommendations).isEqualTo(early.recommendations);
  }
}
