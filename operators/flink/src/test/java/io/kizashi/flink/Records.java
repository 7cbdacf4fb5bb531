package io.kizashi.flink;

import io.kizashi.flink.Arrival.Touched;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Decoding;
import io.kizashi.schema.Publication;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TouchpointJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Builds what the operators are fed with. */
final class Records {
  static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  static final long MINUTE = 60_000;

  /** When the broker took in what a story tells, some day after all of it. */
  static final long TAKEN_IN = TEN + 366 * 24 * 60 * MINUTE;

  private static final String CART_RULES =
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
      """;

  private Records() {}

  static Publication rulebook(long version) {
    return publication(version, CART_RULES);
  }

  /** A text of the given version, which lies on the topic where its version says. */
  static Publication publication(long version, String text) {
    RulebookDocument document = new RulebookDocument("rulebook.yaml", version, text);
    long offset = version == 1 ? Publication.SUBMITTED : version;
    return new Publication("retail", document, Optional.empty(), offset, "mika", "");
  }

  /** The quick rules for some customers, the others for the rest. */
  static Publication rollout(long version, int percent) {
    RulebookDocument base = rulebook(version - 1).document();
    Publication quick = quickRulebook(version);
    return new Publication(
        "retail",
        quick.document(),
        Optional.of(new Publication.Rollout(percent, base)),
        version,
        "mika",
        "");
  }

  /** The same rules with another absence, so that the adoption shows. */
  static Publication quickRulebook(long version) {
    return publication(version, CART_RULES.replace("for: 30m", "for: 5m"));
  }

  static Publication brokenRulebook(long version) {
    return publication(version, "rulebook: retail\nmomets: {}\n");
  }

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

  static RawRecord raw(String json, long offset, long timestamp) {
    return new RawRecord(
        json.getBytes(StandardCharsets.UTF_8), "touchpoints", 0, offset, timestamp);
  }

  static Touched arrived(String json, long offset) {
    RawRecord raw = raw(json, offset, TEN);
    if (TouchpointJson.decode(raw.value(), TEN, Bounds.LATEST)
        instanceof Decoding.Decoded decoded) {
      return new Touched(raw.origin(), decoded.touchpoint());
    }
    throw new IllegalArgumentException("no touchpoint: " + json);
  }
}
