package io.kizashi.core.decide;

import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shop that offers help with carts that were left. Its stories start at 10:00 UTC, a Saturday.
 */
final class Offers {
  static final int MINUTE = 60;
  static final int HOUR = 60 * MINUTE;
  static final int DAY = 24 * HOUR;

  static final String MOMENTS =
      """
      rulebook: r
      disorder: 10s
      signals:
        spent: { sum: 'event.properties.total', where: 'event.type == "order"', within: 30d }
      moments:
        cart_left: { kind: drop_off, pattern: [ { event: cart, as: cart } ], open-for: 1m }
        stuck:     { kind: moment_of_truth, pattern: [ { event: error } ], open-for: 1m }
      """;

  static final String RESCUE =
      """
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [line, web], expires: 12h, content: { line: { en: a }, web: { en: b } } }
      """;

  static CustomerStory story(String... parts) {
    return new CustomerStory(MOMENTS + String.join("", parts));
  }

  static String policy(String line) {
    return "policies:\n  " + line + "\n";
  }

  /** Standing recommendations as {@code action/channel@sendAt}, in seconds. */
  static List<String> standing(CustomerStory story) {
    Map<String, Recommendation> standing = new LinkedHashMap<>();
    for (Recommendation said : story.recommendations) {
      if (said.status() == Status.ISSUED) {
        standing.put(said.id(), said);
      } else {
        standing.remove(said.id());
      }
    }
    return standing.values().stream()
        .map(r -> r.plan().action() + "/" + r.plan().channel() + "@" + sendAt(r))
        .toList();
  }

  static long sendAt(Recommendation recommendation) {
    return (recommendation.plan().sendAt() - CustomerStory.START) / 1_000;
  }

  private Offers() {}
}
