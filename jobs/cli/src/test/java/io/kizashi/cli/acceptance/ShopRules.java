package io.kizashi.cli.acceptance;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rulebooks of a shop with as many rules as a drill wants, and the visits that they look at. */
final class ShopRules {
  static final String NAME = "drilled";

  /** Every so many visits a payment fails: what is answered at once. */
  static final int PAYMENTS = 20;

  private static final int CUSTOMERS = 5_000;
  private static final int CARTS = 5;

  /** A payment that fails is answered at once; a cart that is left, after a while. */
  private static final String FRAME =
      """
      rulebook: %s
      disorder: 1s
      history: { touchpoints: 50, for: 1d }
      moments:
        payment_failed:
          kind: moment_of_truth
          pattern: [ { event: payment_failed } ]
      %s
      actions:
        payment_help:
          kind: serve
          answers: [payment_failed]
          channels: [web]
          expires: 30m
          content: { web: { en: 'Trouble paying? We are here.' } }
        cart_rescue:
          kind: sell
          answers: [cart_left_1]
          channels: [web]
          expires: 12h
          content: { web: { en: 'Your cart is still here.' } }
      """;

  private static final String CART =
      """
        cart_left_%d:
          kind: drop_off
          pattern: [ { event: cart_updated, where: 'event.properties.shelf == %d.0' }, { absence: order_placed, for: %s } ]\
      """;

  private ShopRules() {}

  /**
   * A rulebook.
   *
   * @param rules how many
   * @param wait of the carts of shelf 1, such as {@code 30m}; that of all others never changes
   */
  static String text(int rules, String wait) {
    String carts =
        IntStream.range(1, rules)
            .mapToObj(i -> CART.formatted(i, i, i == 1 ? wait : "30m"))
            .collect(Collectors.joining("\n"));
    return FRAME.formatted(NAME, carts);
  }

  /** The n-th visit of a busy day: mostly pages and carts. */
  static Traffic.Visit visit(long number) {
    // A step that shares no factor with the number of customers, so that all of them act.
    String customer = "c-" + number * 7_919 % CUSTOMERS;
    if (number % PAYMENTS == 0) {
      return new Traffic.Visit("payment_failed", customer, "{}");
    }
    return number % CARTS == 0
        ? new Traffic.Visit("cart_updated", customer, "{\"shelf\":" + number / CARTS % 200 + "}")
        : new Traffic.Visit("page_viewed", customer, "{\"page\":\"/" + number % 50 + "\"}");
  }
}
