package io.kizashi.language.explain;

import io.kizashi.core.reason.Check;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What decisions by everything.yaml note of themselves, and how it is said. */
final class Decisions {
  private static final Path RULES =
      Path.of("src/test/resources/io/kizashi/language/explain/everything.yaml");

  /** Names and ids of the author and the sources. */
  static final Set<String> NAMES =
      Set.of(
          "short",
          "cart",
          "cartValue",
          "cart_rescue",
          "weekender",
          "vip",
          "faq_views",
          "order_placed",
          "promise_broken",
          "rage",
          "never",
          "help",
          "o",
          "m1",
          "spend_90d",
          "since_order",
          "favourite",
          "toys",
          "plan",
          "trial",
          "promise",
          "promisedAt",
          "cart_value",
          "too_far");

  private static final Score SCORE = new Score(0.08, 4200, 15, 1.5, 1.2, 589.8, 0);

  private Decisions() {}

  /** What each check notes, in each form that it can have. */
  private static List<String> details(Check check) {
    return switch (check) {
      case NOT_IN_ROLLOUT -> List.of("10%");
      case EXCLUDED -> List.of("never");
      case NOT_ACTIVE -> List.of("2026-03-01..2026-03-31", "2026-03-01..", "..2026-03-31");
      case NOT_IN_FORCE -> List.of("cart_rescue");
      case NOT_STANDING, LOWER_TIER, EXPIRED, CONTENT_INCOMPLETE -> List.of("cart_abandoned");
      case NO_LONGER -> List.of("order_placed o-1", "signals.cart_value >= 3000.0");
      case ALREADY_TOLD -> List.of("m1");
      case NOT_ELIGIBLE ->
          List.of("cart.properties.cartValue > 3000.0 && !segments.week…", "value");
      case NO_CONSENT, PAUSED, QUIET_HOURS -> List.of("line");
      case UPSET ->
          List.of(
              "segments.vip, or did within 1d",
              "signals.faq_views >= 3.0",
              "promise_broken within 1h",
              "emotion.valence < -0.3");
      case DECLINED_BEFORE -> List.of("declined", "dismissed");
      case CAPPED -> List.of("1 per 7d", "3 per 7d", "1 per day", "2 per month", "1 per 12h");
      case OUTSCORED -> List.of("rage", "nothing");
    };
  }

  private static final List<Flip> FLIPS =
      List.of(
          new Flip("value", 1200, 2062.502063),
          new Flip("weight", 1, 1.000001),
          new Flip("limit", 1, 2),
          new Flip("expires", 43_200_000, 43_200_001),
          new Flip("emotion.valence", -0.582358, -0.3),
          new Flip("signals.faq_views", 3, 2));

  private static final Map<String, String> VALUES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("address", "阿部様"),
              Map.entry("language", "ja"),
              Map.entry("emotion.valence", "-0.582358"),
              Map.entry("local.weekday", "wed"),
              Map.entry("local.date", "2025-09-10"),
              Map.entry("customer.vip", "true"),
              Map.entry("signals.since_order", "259200s"),
              Map.entry("signals.favourite", "toys"),
              Map.entry("promise.properties.promisedAt", "2025-09-10T05:00:00Z"),
              Map.entry("cart.channel", "email"),
              Map.entry("variant", "short")));

  /** All that is said of them. */
  static List<String> said(Language language) {
    Reason reason = new Reason(language, rules());
    List<String> said = new ArrayList<>();
    for (Check check : Check.values()) {
      details(check).forEach(detail -> said.add(reason.of(candidate(check.reason(), detail))));
    }
    said.add(reason.of(candidate(Check.CHOSEN, "")));
    for (Flip flip : FLIPS) {
      Candidate candidate = candidate(Check.OUTSCORED.reason(), "rage");
      said.add(
          reason.of(
              new Candidate(
                  candidate.action(),
                  "m1",
                  "web",
                  SCORE,
                  candidate.reason(),
                  "rage",
                  Optional.of(flip))));
    }
    VALUES.forEach((name, value) -> said.add(reason.value(name, value)));
    Stream.of("owners.supervisor", "owners.away", "owners.fallback")
        .map(found -> reason.value("assignee", found))
        .forEach(said::add);
    reason.score(SCORE).ifPresent(said::add);
    Stream.of(ActionKind.values()).map(reason::kind).forEach(said::add);
    Stream.of("line", "email", "web").map(reason::channel).forEach(said::add);
    Stream.of("customer", "agent", "page_owner").map(reason::recipient).forEach(said::add);
    said.add(reason.moment("cart_abandoned"));
    said.add(reason.of(candidate("too_far", "9 km")));
    return said;
  }

  private static Candidate candidate(String reason, String detail) {
    return new Candidate("cart_rescue", "m1", "web", SCORE, reason, detail, Optional.empty());
  }

  /** The rules that they are by. */
  static Rules rules() {
    try {
      return Explained.rules(Files.readString(RULES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
