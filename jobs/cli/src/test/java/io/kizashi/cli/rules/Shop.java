package io.kizashi.cli.rules;

/** The rules of a small shop. */
final class Shop {
  static final String RULES =
      """
      rulebook: shop
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, as: cart }
            - { absence: order_placed, for: 5m }
      actions:
        cart_rescue:
          kind: sell
          answers: [cart_abandoned]
          channels: [line]
          expires: 12h
          content:
            line: { ja: 'カートに商品が残っています。', en: 'Your cart is waiting.' }
      """;

  private Shop() {}

  /** The rules with another waiting time, such as {@code 6m}. */
  static String waiting(String time) {
    return RULES.replace("for: 5m", "for: " + time);
  }
}
