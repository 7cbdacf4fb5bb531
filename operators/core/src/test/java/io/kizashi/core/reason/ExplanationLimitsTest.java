package io.kizashi.core.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.ExplanationJson;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What stays of an explanation that is too long. */
final class ExplanationLimitsTest {
  private static final int MOST = 4_096;

  private static List<Candidate> candidates(int count, String detail) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Candidate(
              "action_" + i,
              "0123456789abcdef0123456789abcdef",
              "line",
              new Score(0.08, 6_000.25, 15, 1.5, 1.1, 777.03, 0),
              "not_eligible",
              detail,
              Optional.of(new Flip("signals.spent", 60.5, 100.000001))));
    }
    return all;
  }

  @Test
  void listsAndObjectsReadAsJson() {
    assertThat(ExplanationLimits.value(List.of("x", 2.0, Map.of("a", true))))
        .isEqualTo("[\"x\",2,{\"a\":true}]");
  }

  private static Map<String, String> values(int count, String value) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 10; i < 10 + count; i++) {
      values.put("signals.s" + i, ExplanationLimits.text(value));
    }
    return values;
  }

  private static int size(Explanation explanation) {
    return ExplanationJson.encode(explanation).length;
  }

  @Test
  void whatIsShortStaysWhole() {
    Explanation explanation =
        ExplanationLimits.explanation(values(3, "60"), candidates(5, "signals.spent >= 100"), 5);
    assertThat(explanation.values()).hasSize(3);
    assertThat(explanation.candidates()).hasSize(5);
    assertThat(explanation.omitted()).isZero();
  }

  @Test
  void candidatesGoBeforeValuesAndTheLastFirst() {
    Explanation explanation =
        ExplanationLimits.explanation(values(3, "60"), candidates(16, "お客様".repeat(40)), 40);
    assertThat(size(explanation)).isLessThanOrEqualTo(MOST);
    assertThat(explanation.values()).hasSize(3);
    assertThat(explanation.candidates()).hasSizeBetween(4, 8);
    assertThat(explanation.candidates().get(0).action()).isEqualTo("action_0");
    assertThat(explanation.omitted()).isEqualTo(40 - explanation.candidates().size());
  }

  @Test
  void asManyCandidatesAreListedAsThereIsRoomFor() {
    Explanation explanation =
        ExplanationLimits.explanation(values(3, "60"), candidates(16, "x"), 16);
    int one = ExplanationJson.size(explanation.candidates().get(0)) + 1;
    assertThat(explanation.omitted()).isPositive();
    assertThat(size(explanation)).isBetween(MOST - one - 2, MOST);
  }

  @Test
  void theFirstCandidateStaysWhateverElseThereIs() {
    Explanation explanation =
        ExplanationLimits.explanation(
            values(32, "\u0001\"お".repeat(60)), candidates(1, "detail"), 1);
    assertThat(size(explanation)).isLessThanOrEqualTo(MOST);
    assertThat(explanation.candidates()).hasSize(1);
    assertThat(explanation.values()).hasSizeBetween(5, 31);
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(ExplanationLimits.text("a".repeat(120))).hasSize(120);
    assertThat(ExplanationLimits.text("😀".repeat(61))).isEqualTo("😀".repeat(59) + "…");
  }
}
