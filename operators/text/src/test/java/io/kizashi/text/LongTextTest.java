package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of many sentences are judged by all of them, not by the loudest. */
class LongTextTest {
  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Check-in was quick. The bed was comfortable. The staff were kind. Breakfast was fine."
            + " The view was absolutely horrible, terrible, disgusting and hideous!",
        "Easy to install. It works great. The screen is clear. Delivery was on time and cheap."
            + " Only the manual is the worst, most useless rubbish ever.",
        "部屋は清潔でした。食事も美味しかったです。接客も丁寧でした。駅からも便利です。駐車場は最悪で最低で本当にひどいです。",
        "返品は簡単でした。説明もわかりやすいです。電話もすぐにつながり、親切でした。配送も早いです。箱だけがひどくて最悪で論外でした。",
      })
  void oneLoudSentenceDoesNotTurnManyGoodOnes(String text) {
    assertThat(valence(text)).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The room was dirty. The lift was broken. Nobody helped us. The bill was wrong."
            + " The pool was absolutely wonderful, fantastic and amazing!",
        "It arrived late. The box was damaged. The cable is faulty. Support is useless."
            + " The colour is the best, most beautiful and perfect ever.",
        "部屋は臭いです。風呂も汚いです。接客は失礼でした。食事もまずかったです。夜景だけは最高で本当に素晴らしくて感動しました。",
        "到着が遅いです。箱は壊れていました。電話もつながりません。説明もわかりにくいです。色だけは完璧で最高に素敵です。",
      })
  void oneLoudSentenceDoesNotTurnManyBadOnes(String text) {
    assertThat(valence(text)).isLessThan(-0.1);
  }

  @Test
  void aLongTextIsNoLouderForItsLengthAlone() {
    double eight = valence("The staff were kind. ".repeat(8));
    double oneSentence = valence("The staff were kind" + " and kind".repeat(7) + ".");
    assertThat(eight).isBetween(0.5, oneSentence);
    assertThat(valence("The staff were kind. ".repeat(16))).isGreaterThan(eight);
  }

  @Test
  void whatSaysNothingDoesNotThinOutWhatDoes() {
    String told = "The staff were kind. The room was clean. The pool was cold.";
    String facts = " We came on Monday. The bus is number 7. The hall has a clock.";
    assertThat(valence(told + facts)).isEqualTo(valence(told));
  }

  @Test
  void twoSentencesAddUpAsTheyAre() {
    assertThat(valence("The staff were kind. The room was clean."))
        .isEqualTo(valence("The staff were kind, the room was clean."));
  }

  private static double valence(String text) {
    return SCORER.score(text, "").orElseThrow().valence();
  }
}
