package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.OutputJson;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.RulebookRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecommendationLineTest {
  private static final long TIME = 1_772_361_060_000L;

  @Test
  void anIssuedOneTellsWhenWhoWhyWhatWhereAndTheWords() {
    byte[] value = OutputJson.encode(recommendation(CustomerKey.customer("c-17"), "カートに\n商品"));
    assertThat(RecommendationLine.of(value))
        .isEqualTo(
            new RecommendationLine(
                "r-1",
                false,
                "2026-03-01T10:31:00Z  c-17  cart_abandoned → cart_rescue by line  “カートに 商品”"));
  }

  @Test
  void aRetractedOneSaysSo() {
    Recommendation taken = recommendation(CustomerKey.guest("g-1"), "x").retracted();
    RecommendationLine line = RecommendationLine.of(OutputJson.encode(taken));
    assertThat(line.retracted()).isTrue();
    assertThat(line.text())
        .isEqualTo(
            "2026-03-01T10:31:00Z  g-1 (guest)  cart_abandoned → cart_rescue by line  taken back");
  }

  @Test
  void longWordsAreCutBetweenCharacters() {
    byte[] value = OutputJson.encode(recommendation(CustomerKey.customer("c"), "🛒".repeat(200)));
    assertThat(RecommendationLine.of(value).text()).endsWith("“" + "🛒".repeat(100) + "…”");
  }

  private static Recommendation recommendation(CustomerKey customer, String words) {
    return new Recommendation(
        "r-1",
        Recommendation.Status.ISSUED,
        customer,
        new Recommendation.Plan(
            "cart_rescue",
            ActionKind.SELL,
            "customer",
            "line",
            TIME,
            TIME,
            Recommendation.Ownership.UNSAID),
        new Recommendation.MomentRef("m-1", "cart_abandoned", Moment.Kind.DROP_OFF, TIME),
        Optional.of(
            new Recommendation.Reasoning(
                "ja",
                Optional.empty(),
                Map.of("text", words),
                new Recommendation.Score(1, 1, 0, 1, 1, 1, 0),
                Optional.empty(),
                new Recommendation.Explanation(Map.of(), List.of(), 0))),
        new RulebookRef("retail", 1, "hash"),
        TIME,
        "e-1");
  }
}
