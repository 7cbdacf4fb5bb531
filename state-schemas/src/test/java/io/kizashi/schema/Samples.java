package io.kizashi.schema;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nouns that tests build on; every optional part of the full ones is filled. */
public final class Samples {
  /** 2026-03-01T10:00:00Z. */
  public static final long TEN = 1_772_359_200_000L;

  /** Rules of version 3. */
  public static final RulebookRef RULES = new RulebookRef("retail", 3, Sha256.hex("rulebook: x"));

  /** The contract's own example. */
  public static final String FULL_JSON =
      """
      {"id":"e-1001","type":"cart_updated","time":"2026-03-01T10:00:00.000Z","customer":"c-17",\
      "actor":"customer","channel":"web","session":"s-1","contact":"call-7","case":"case-3",\
      "account":"a-9","place":"store-12","region":"JP-13","stage":"purchase","values":["feel"],\
      "emotion":{"valence":-0.8,"arousal":0.7,"label":"anger","confidence":0.9,"source":"voice"},\
      "text":"カートが空になった","properties":{"cartValue":5400,"page":"/cart","first":true}}\
      """;

  private Samples() {}

  /** A touchpoint of a known customer with every part filled. */
  public static Touchpoint full() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cartValue", 5400.0);
    properties.put("page", "/cart");
    properties.put("first", true);
    return new Touchpoint(
        "e-1001",
        "cart_updated",
        TEN,
        CustomerKey.customer("c-17"),
        Actor.CUSTOMER,
        new Setting(
            "web",
            "s-1",
            "call-7",
            "case-3",
            "a-9",
            "store-12",
            "JP-13",
            "purchase",
            "",
            List.of("feel")),
        Optional.of(new Emotion(-0.8, 0.7, "anger", 0.9, "voice")),
        "カートが空になった",
        properties,
        TEN + 5);
  }

  /** A guest's touchpoint with nothing but what is required. */
  public static Touchpoint bare(String id, long time) {
    Setting setting = new Setting("", "", "", "", "", "", "", "", "g-1", List.of());
    return new Touchpoint(
        id,
        "page_viewed",
        time,
        CustomerKey.guest("g-1"),
        Actor.CUSTOMER,
        setting,
        Optional.empty(),
        "",
        Map.of(),
        time);
  }

  /** A standing drop-off. */
  public static Moment moment(CustomerKey customer, String stage) {
    return new Moment(
        Sha256.id("retail", "cart_abandoned", "e-1001"),
        Moment.Status.DETECTED,
        "cart_abandoned",
        Moment.Kind.DROP_OFF,
        stage,
        customer,
        TEN + 1_800_000,
        0.27,
        List.of("e-1001", "e-1002"),
        RULES);
  }

  /** An issued recommendation with its reasoning. */
  public static Recommendation recommendation(CustomerKey customer) {
    String moment = Sha256.id("retail", "cart_abandoned", "e-1001");
    return new Recommendation(
        Sha256.id("c-17", "e-1001", "0"),
        Recommendation.Status.ISSUED,
        customer,
        new Recommendation.Plan(
            "cart_rescue",
            ActionKind.SELL,
            "customer",
            "line",
            TEN + 7_200_000,
            TEN + 9_000_000,
            Recommendation.Ownership.UNSAID),
        new Recommendation.MomentRef(
            moment, "cart_abandoned", Moment.Kind.DROP_OFF, TEN + 1_800_000),
        Optional.of(reasoning(moment)),
        RULES,
        TEN + 1_800_000,
        "e-1001");
  }

  /** The same, with one of several texts. */
  public static Recommendation varied(CustomerKey customer) {
    Recommendation issued = recommendation(customer);
    Recommendation.Reasoning why = issued.reasoning().orElseThrow();
    return issued.with(
        new Recommendation.Reasoning(
            why.language(),
            Optional.of("short"),
            Map.of("text", "カート"),
            why.score(),
            why.briefing(),
            why.explanation()));
  }

  private static Recommendation.Reasoning reasoning(String moment) {
    return new Recommendation.Reasoning(
        "ja",
        Optional.empty(),
        Map.of("subject", "お忘れではありませんか", "body", "カートに商品が残っています。"),
        new Recommendation.Score(0.08, 540, 15, 1, 1, 28.2, 0),
        Optional.of(
            new Briefing(
                Optional.of(new Briefing.Felt(-0.4, -0.1, "anger")),
                List.of(new Briefing.Said(TEN, "chat", "まだ届きません")),
                List.of(new Briefing.Tried(TEN, "late_notice", "email", "opened")),
                List.of(new Briefing.Touched(TEN, "cart_updated", "web")))),
        new Recommendation.Explanation(
            Map.of("cart.properties.cartValue", "5400"),
            List.of(
                new Recommendation.Candidate(
                    "cart_rescue",
                    moment,
                    "line",
                    new Recommendation.Score(0.08, 540, 15, 1, 1, 28.2, 0),
                    "chosen",
                    "",
                    Optional.empty()),
                new Recommendation.Candidate(
                    "cart_survey",
                    moment,
                    "email",
                    new Recommendation.Score(1, 1.5, 0, 1, 1, 1.5, 0),
                    "outscored",
                    "cart_abandoned",
                    Optional.of(new Recommendation.Flip("value", 1.5, 28.200001)))),
            1));
  }

  /** Bytes of a text in UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Text of bytes in UTF-8. */
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
