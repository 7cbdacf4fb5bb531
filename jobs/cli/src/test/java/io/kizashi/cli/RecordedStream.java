package io.kizashi.cli;

import io.kizashi.schema.Rfc3339;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up stream of carts and orders, the same for the same seed, and rules for it. */
public final class RecordedStream {
  public static final String RULES =
      """
      rulebook: test
      disorder: 10s
      decide: settled
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, where: 'event.properties.cartValue >= 30.0', as: cart }
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

  /** The same for carts of any value: nothing in them is to be warned of. */
  public static final String EVERY_CART =
      RULES.replace(", where: 'event.properties.cartValue >= 30.0'", "");

  private static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final long MILLIS_APART = 6_000;

  private RecordedStream() {}

  /** Touchpoints of 50 customers, slightly out of order, a duplicate and a damaged line in 100. */
  public static Path write(Path folder, int touchpoints, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < touchpoints; i++) {
      long time = START + i * MILLIS_APART - random.nextInt(5_000);
      String type = random.nextInt(3) == 0 ? "order_placed" : "cart_updated";
      lines.add(
          "{\"id\":\"e-%d\",\"type\":\"%s\",\"time\":\"%s\",\"customer\":\"c-%d\",\"properties\":{\"cartValue\":%d}}"
              .formatted(i, type, Rfc3339.format(time), random.nextInt(50), random.nextInt(100)));
      if (i % 100 == 50) {
        lines.add("{\"id\":\"cut-" + i);
        lines.add(lines.get(lines.size() - 2));
      }
    }
    return Files.write(folder.resolve("touchpoints.jsonl"), lines);
  }

  public static Path writeRules(Path folder) throws IOException {
    return Files.writeString(folder.resolve("rulebook.yaml"), RULES);
  }
}
