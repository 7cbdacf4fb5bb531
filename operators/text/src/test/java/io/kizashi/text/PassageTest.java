package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Emotion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a text told most of what it expresses. */
class PassageTest {
  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The room was good, but the staff were rude.|the staff were rude",
        "We came on Monday. The pool was dirty! The hall has a clock.|The pool was dirty",
        "Good bed. Great food, lovely staff. Bad view.|Great food, lovely staff",
        "Bad view. Good bed. Nice hall.|Good bed",
        "rude|rude",
        "部屋は良いが、風呂が狭い。|風呂が狭い",
        "昨日届きました。でも箱が壊れていました。返品します。|箱が壊れていました",
        "楽しみにしていたのに。|楽しみにしていたのに",
        "味は普通です。店員さんが、とても親切でした！また電話します。|店員さんが、とても親切でした",
        "届きました 😡 ok|届きました 😡 ok",
      })
  void thePassageIsTheSentenceOrHalfThatDidMost(String text, String passage) {
    Scored scored = SCORER.score(text, "").orElseThrow();
    Scored.Passage found = scored.passage().orElseThrow();
    assertThat(text.substring(found.start(), found.end())).isEqualTo(passage);
    assertThat(Math.signum(found.valence())).isEqualTo(Math.signum(scored.valence()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I trust you. I distrust you.", "Meet me 😀 😡", "最高！最悪！"})
  void itHasTheSignOfTheWhole(String text) {
    Scored scored = SCORER.score(text, "").orElseThrow();
    assertThat(scored.passage().map(Scored.Passage::valence).orElse(0.0) * scored.valence())
        .isNotNegative();
  }

  @Test
  void whatWasToldByOthersOrByAFigureAloneHasNoWords() {
    Senses senses = new Senses(SCORER, () -> {});
    String text = "The staff were rude.";
    assertThat(senses.told(Uttered.text(text).touchpoint())).isEmpty();
    assertThat(senses.told(senses.fill(Uttered.text(text).touchpoint()))).isPresent();
    Emotion voice = new Emotion(-0.9, 0, "", 1, "voice", 0);
    assertThat(senses.told(Uttered.text(text).feeling(voice).touchpoint())).isEmpty();
    assertThat(senses.told(senses.fill(Uttered.answer("csat", 1.0).touchpoint()))).isEmpty();
    assertThat(senses.told(senses.fill(Uttered.answer("csat", 1.0).saying(text).touchpoint())))
        .isPresent();
  }

  @Test
  void aScorerThatFailsTellsNoWords() {
    EmotionScorer broken =
        (text, language) -> {
          throw new IllegalStateException("no model");
        };
    Senses senses = new Senses(broken, () -> {});
    Emotion emotion = new Emotion(-0.9, 0, "", 1, "text", 0);
    assertThat(senses.told(Uttered.text("rude").feeling(emotion).touchpoint())).isEmpty();
  }

  @Test
  void aScorerNeedNotKnowIt() {
    Scored scored = new Scored(0.5, 0, Feeling.JOY, 1, List.of());
    assertThat(scored.passage()).isEqualTo(Optional.empty());
  }
}
