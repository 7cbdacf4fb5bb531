package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What conditions can't read is told by rule, condition and reason, when it comes. */
final class UnreadTest {
  private static final int HOUR = 3_600;

  private final CustomerStory story =
      new CustomerStory(
          """
          rulebook: r
          disorder: 10s
          history: { touchpoints: 5, for: 30d }
          signals:
            spent: { sum: 'event.properties.total', where: 'event.type == "order"', within: 30d }
          segments:
            rich: 'customer.income > 100.0'
          moments:
            cart_left:
              kind: drop_off
              pattern:
                - { event: cart, where: 'event.properties.shop == "tokyo" && event.properties.value >= 3000.0', as: cart }
                - { absence: order, where: 'event.properties.cart == cart.properties.id', for: 30m }
              when: 'cart.properties.gift == true'
              severity: 'cart.properties.value / 20000.0'
            asked:
              kind: moment_of_truth
              pattern: [ { event: any, where: 'event.type == "question" && event.properties.weight > 1.0' } ]
              when: 'segments.rich'
            promise:
              kind: moment_of_truth
              pattern: [ { event: promised, as: p }, { absence: call, until: 'p.properties.at', grace: 5m } ]
            big: { kind: moment_of_truth, pattern: [ { event: order, where: 'signals.spent >= 0.0' } ] }
          actions:
            rescue: { kind: sell, answers: [cart_left], channels: [web], value: 'cart.properties.gain', expires: 1d, content: { web: { en: a } } }
            other: { kind: serve, answers: [asked, promise, big], channels: [web], expires: 1d, content: { web: { en: a } } }
          """);

  @Test
  void whatATouchpointLacksIsToldOnceHoweverOftenItIsJudged() {
    story.at(0, "cart", "a", "shop", "tokyo").at(1, "cart", "b", "shop", "tokyo", "value", 1.0);
    story.at(2, "order", "o", "total", 1.0, "cart", "x").proven(HOUR);
    assertThat(story.unread).containsExactly("moments.cart_left.where missing");
    assertThat(story.missing).isGreaterThan(1);
  }

  @Test
  void whatIsOfAnotherKindIsToldApart() {
    story.at(0, "cart", "a", "shop", "tokyo", "value", "many");
    assertThat(story.unread).containsExactly("moments.cart_left.where kind");
  }

  @Test
  void whatSpeaksOfAnotherThingLacksNothing() {
    story.at(0, "cart", "a", "shop", "osaka").at(1, "call", "c").at(2, "visit", "v");
    assertThat(story.unread).isEmpty();
  }

  @Test
  void aTimeThatNobodyCanReadIsNoDate() {
    story.at(0, "promised", "a", "at", "soon").at(1, "promised", "b");
    assertThat(story.unread)
        .containsExactly("moments.promise.until no_date", "moments.promise.until missing");
  }

  @Test
  void theEndTellsOfItsConditions() {
    story.at(0, "cart", "a", "shop", "tokyo", "value", 5000.0).proven(HOUR);
    assertThat(story.unread).containsExactly("moments.cart_left.when missing");
  }

  @Test
  void soDoTheWorthOfAnActionASegmentAndASignal() {
    story.at(0, "cart", "a", "shop", "tokyo", "value", 5000.0, "gift", true, "id", "k");
    story.proven(HOUR).at(HOUR, "question", "q", "weight", 2.0);
    story.at(HOUR + 1, "order", "o", "cart", "y");
    assertThat(story.unread)
        .containsExactly(
            "actions.rescue.value missing",
            "segments.rich missing",
            "actions.rescue.value missing", // each cause asks what is open once more
            "signals.spent.sum missing");
  }
}
