package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.schema.Emotion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyAnswerTest {
  private static final double EXACT = 1e-12;
  private static final Senses SENSES = new Senses(new LexiconScorer(), () -> {});

  private static Optional<Emotion> felt(Uttered said) {
    return SENSES.fill(said.touchpoint()).emotion();
  }

  private static double valence(Uttered said) {
    return felt(said).orElseThrow().valence();
  }

  @ParameterizedTest(name = "{0} {2} in {1} is {3}")
  @CsvSource({
    "nps, en, 0, -1",
    "nps, en, 3, -0.65",
    "nps, en, 6, -0.3",
    "nps, en, 7, -0.1",
    "nps, en, 7.5, 0",
    "nps, en, 9, 0.6",
    "nps, en, 10, 1",
    "nps, ja, 0, -1",
    "nps, ja, 3, -0.4",
    "nps, ja, 5, 0",
    "nps, ja, 7, 0.4",
    "nps, ja, 10, 1",
    "csat, en, 1, -1",
    "csat, en, 3, -0.2",
    "csat, en, 4, 0.333333333333333333",
    "csat, en, 5, 1",
    "csat, ja, 1, -1",
    "csat, ja, 3, 0",
    "csat, ja, 4, 0.5",
    "csat, ja, 5, 1",
    "ces, en, 1, -1",
    "ces, en, 4, 0",
    "ces, ja, 4, 0",
    "ces, ja, 6, 0.666666666666666666",
    "ces, en, 7, 1",
  })
  void aScoreIsAsPleasantAsItsCurveSays(
      String question, String language, double score, double expected) {
    Emotion emotion =
        felt(Uttered.answer(question, score).with("language", language)).orElseThrow();
    assertThat(emotion.valence()).isCloseTo(expected, within(EXACT));
    assertThat(emotion.source()).isEqualTo("survey");
    assertThat(emotion.confidence()).isEqualTo(0.7);
    assertThat(emotion.arousal()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"nps, 0, 10", "csat, 1, 5", "ces, 1, 7"})
  void noScoreIsLessPleasantThanALowerOne(String question, double lowest, double highest) {
    for (String language : List.of("en", "ja")) {
      double last = -1;
      for (double score = lowest; score <= highest; score += 0.25) {
        double next = valence(Uttered.answer(question, score).with("language", language));
        assertThat(next).isBetween(last, 1.0);
        last = next;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nps, -1",
    "nps, 10.5",
    "nps, 11",
    "csat, 0",
    "csat, 6",
    "ces, 0",
    "ces, 8",
    "NPS, 5",
    "stars, 5"
  })
  void aScoreOffItsScaleAndAScaleThatNobodyKnowsTellNothing(String question, double score) {
    assertThat(felt(Uttered.answer(question, score))).isEmpty();
  }

  @Test
  void whatIsNoNumberIsNoScore() {
    assertThat(felt(Uttered.answer("nps", "9"))).isEmpty();
    assertThat(felt(Uttered.answer("nps", true))).isEmpty();
    assertThat(felt(Uttered.answer("nps", Double.NaN))).isEmpty();
    assertThat(felt(Uttered.text("").as("survey_answered").with("score", 9.0))).isEmpty();
    assertThat(felt(Uttered.text("").as("survey_answered").with("question", "nps"))).isEmpty();
  }

  @Test
  void onlyAnAnswerOfASurveyHasAScore() {
    assertThat(felt(Uttered.answer("nps", 0.0).as("quiz_answered"))).isEmpty();
  }

  @Test
  void theLanguageIsThatOfTheSourceElseOfTheRegionElseOfTheComment() {
    Uttered five = Uttered.answer("nps", 5.0);
    assertThat(valence(five)).isNegative();
    assertThat(valence(five.with("language", "en").in("JP-13"))).isNegative();
    assertThat(valence(five.in("US-CA"))).isNegative();
    assertThat(valence(five.in("JP-13"))).isZero();
    assertThat(valence(five.with("language", "ja-JP"))).isZero();
    assertThat(valence(five.with("language", "JA"))).isZero();
    assertThat(valence(five.saying("荷物は3月3日に届きました。"))).isZero();
    assertThat(valence(five.saying("It came on Monday."))).isNegative();
  }

  @Test
  void theAverageOfOthersIsNeutralWhereTheSurveyToolKnowsIt() {
    Uttered seven = Uttered.answer("nps", 7.0).with("language", "en");
    assertThat(valence(seven.with("baseline", 7.0))).isZero();
    assertThat(valence(seven.with("baseline", 8.0))).isCloseTo(-0.125, within(EXACT));
    assertThat(valence(seven.with("baseline", 4.0))).isCloseTo(0.5, within(EXACT));
    assertThat(valence(Uttered.answer("csat", 4.0).with("baseline", 4.5))).isNegative();
  }

  @Test
  void anAverageOffTheScaleChangesNothing() {
    Uttered seven = Uttered.answer("nps", 7.0);
    for (double baseline : List.of(0.0, 10.0, 76.0, -3.0)) {
      assertThat(felt(seven.with("baseline", baseline))).isEqualTo(felt(seven));
    }
    assertThat(felt(seven.with("baseline", "4"))).isEqualTo(felt(seven));
  }

  @Test
  void aScoreNamesNoMoreThanWhetherItIsGood() {
    assertThat(felt(Uttered.answer("nps", 10.0)).orElseThrow().label()).isEqualTo("joy");
    assertThat(felt(Uttered.answer("nps", 1.0)).orElseThrow().label()).isEqualTo("sadness");
    assertThat(felt(Uttered.answer("ces", 4.0)).orElseThrow().label()).isEmpty();
  }

  // ---- with a comment ----

  private static Emotion commented(double score, double valence, Feeling feeling) {
    EmotionScorer scorer =
        (text, language) -> Optional.of(new Scored(valence, 0.6, feeling, 0.35, List.of()));
    return new Senses(scorer, () -> {})
        .fill(Uttered.answer("ces", score).saying("words").touchpoint())
        .emotion()
        .orElseThrow();
  }

  @Test
  void scoreAndCommentCountByTheirConfidence() {
    Emotion emotion = commented(1, -0.4, Feeling.ANGER);
    assertThat(emotion.valence()).isCloseTo((0.7 * -1 + 0.35 * -0.4) / 1.05, within(EXACT));
    assertThat(emotion.arousal()).isEqualTo(0.6);
    assertThat(emotion.label()).isEqualTo("anger");
    assertThat(emotion.confidence()).isEqualTo(0.7);
    assertThat(emotion.source()).isEqualTo("survey");
  }

  @Test
  void aCommentNamesTheFeelingOnlyIfItAgreesWithTheWhole() {
    assertThat(commented(7, -0.4, Feeling.ANGER).label()).isEqualTo("joy");
    assertThat(commented(7, 0.4, Feeling.TRUST).label()).isEqualTo("trust");
    assertThat(commented(7, 0.01, Feeling.NEUTRAL).label()).isEqualTo("joy");
    assertThat(commented(4, 0.06, Feeling.TRUST).label()).isEmpty();
  }

  @Test
  void aQuestionAsCommentLeavesTheScoreAlone() {
    Uttered three = Uttered.answer("csat", 3.0).with("language", "en");
    assertThat(felt(three.saying("What are your opening hours?"))).isEqualTo(felt(three));
  }

  @Test
  void aCommentSpeaksWhereTheScoreIsOffItsScale() {
    Emotion emotion = felt(Uttered.answer("nps", 99.0).saying("terrible service")).orElseThrow();
    assertThat(emotion.source()).isEqualTo("text");
    assertThat(emotion.valence()).isNegative();
  }
}
