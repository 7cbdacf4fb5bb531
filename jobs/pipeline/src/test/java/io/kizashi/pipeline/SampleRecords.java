package io.kizashi.pipeline;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import java.time.Instant;

/** What the tests feed. */
final class SampleRecords {
  static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  static final long MINUTE = 60_000;

  static final RulebookDocument RULEBOOK =
      new RulebookDocument(
          "rulebook.yaml",
          1,
          """
          rulebook: retail
          disorder: 10s
          moments:
            cart_abandoned:
              kind: drop_off
              pattern:
                - { event: cart_updated, where: 'event.properties.cartValue >= 3000.0', as: cart }
                - { absence: order_placed, for: 30m }
          actions:
            cart_rescue:
              kind: sell
              answers: [cart_abandoned]
              channels: [line]
              expires: 12h
              content:
                line: { ja: 'カートに商品が残っています。', en: 'Your cart is waiting.' }
          """);

  private SampleRecords() {}

  static String cart(String id, String customer, long time) {
    return touchpoint(id, "cart_updated", customer, time, ",\"properties\":{\"cartValue\":5400}");
  }

  static String order(String id, String customer, long time) {
    return touchpoint(id, "order_placed", customer, time, "");
  }

  private static String touchpoint(
      String id, String type, String customer, long time, String more) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"customer\":\"%s\",\"time\":\"%s\"%s}"
        .formatted(id, type, customer, Rfc3339.format(time), more);
  }
}
