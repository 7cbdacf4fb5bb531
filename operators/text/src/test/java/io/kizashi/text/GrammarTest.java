package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each pass does, on sentences made for it. */
class GrammarTest {
  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The staff were helpful.|The staff were not helpful.",
        "I am happy with it.|I am hardly happy with it.",
        "There was a reason to be glad.|Nobody was glad.",
        "使い方が親切でした。|使い方が親切ではありませんでした。",
        "対応に満足しました。|対応に満足できませんでした。",
        "説明がわかりやすい。|説明がわかりやすくない。",
        "商品が良かった。|商品が良くなかった。",
      })
  void aNegatorTurnsPraiseIntoBlame(String praise, String blame) {
    assertThat(valence(praise)).isGreaterThan(0.1);
    assertThat(valence(blame)).isLessThan(-0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not bad at all.",
        "We have no complaints.",
        "I can't complain.",
        "It never disappoints.",
        "悪くないです。",
        "不満はありません。",
        "文句のつけようがありません。",
        "後悔していません。",
        "嬉しくないわけがない。",
      })
  void aNegatorTurnsBlameIntoPraise(String text) {
    assertThat(valence(text)).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"もう二度と使いません。", "二度と頼みません。", "二度とお願いしたくない。", "金輪際買いません。"})
  void whatIsSaidInDenialsOnlyIsNotTurned(String text) {
    assertThat(valence(text)).isLessThan(-0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"怒っていないわけではありません。", "不満がないとは言えません。"})
  void aNegatorOfANegatorTurnsBack(String text) {
    assertThat(valence(text)).isLessThan(-0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It was good.|It was very good.",
        "It was good.|It was GOOD, I tell you, from the first day on.",
        "It was good.|It was goooood.",
        "It was good.|It was good!!!",
        "It was slightly good.|It was good.",
        "良かったです。|本当に良かったです。",
        "少し良かったです。|良かったです。",
        "良かったです。|良かったです！！",
        "すごい。|すごーーーい。",
      })
  void emphasisMakesStronger(String weaker, String stronger) {
    assertThat(valence(stronger)).isGreaterThan(valence(weaker));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The room was good, but the staff were rude.|The staff were rude, but the room was good.",
        "It was cheap and nice. However, it broke.|It broke. However, it was cheap and nice.",
        "値段は高いですが、対応は丁寧でした。|対応は丁寧でしたが、値段は高いです。",
      })
  void whatComesAfterButCountsMore(String one, String other) {
    assertThat(Math.signum(valence(one))).isEqualTo(-Math.signum(valence(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When will the nice one be back in stock?",
        "Can I complain by e-mail?",
        "Please tell me how to report a problem.",
        "I would like to know if it is a good fit.",
        "Our order number is 4711 and we ordered on Monday.",
        "不具合の報告はどこからできますか？",
        "良い方法があれば教えてください。",
        "苦情の窓口を教えてください。",
        "いつ返金されますか。",
        "注文番号は4711で、月曜に注文しました。",
        "",
        "   ",
        "1234 5678",
        "C'est magnifique, merci beaucoup à tous.",
      })
  void questionsRequestsConditionsAndFactsExpressNothing(String text) {
    String language = text.startsWith("C'est") ? "fr-FR" : "";
    assertThat(SCORER.score(text, language)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why do I have to explain this every single time?",
        "Are you kidding me?",
        "What kind of disgraceful service is that?",
        "どうなっているんですか？",
        "何度言えばわかるんですか？",
        "この対応はいかがなものでしょうか？",
      })
  void aReproachSpeaksThoughItIsAQuestion(String text) {
    assertThat(valence(text)).isLessThan(-0.1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I was hoping for a little more.",
        "It could have been better.",
        "もう少し早く教えていただきたかったです。",
        "この説明はいかがなものかと思います。",
        "楽しみにしていたのに。",
      })
  void aPoliteComplaintIsAComplaint(String text) {
    assertThat(valence(text)).isLessThan(-0.1);
  }

  @ParameterizedTest
  @CsvSource({"ok 😊,1", "ok 😡,-1", "届きました😭,-1", "届きました(^^),1", "fine :-(,-1", "了解です(T_T),-1"})
  void facesSpeak(String text, int sign) {
    assertThat(Math.signum(valence(text))).isEqualTo(sign);
  }

  @Test
  void anAddressHasNoFaceAndAQuotationIsAnothersWord() {
    assertThat(SCORER.score("see https://example.com/page", "")).isEmpty();
    assertThat(Math.abs(valence("「最悪」というプラン名"))).isLessThan(Math.abs(valence("最悪")) / 2);
  }

  @Test
  void lessOfSomethingBadIsGood() {
    assertThat(valence("You fixed the error.")).isGreaterThan(0.1);
    assertThat(valence("You didn't fix the error.")).isLessThan(-0.1);
    assertThat(valence("不安が解消しました。")).isGreaterThan(0.1);
    assertThat(valence("トラブルが増えました。")).isLessThan(-0.1);
  }

  @Test
  void theWordsThatCausedItAreNamedByPlace() {
    String text = "Ｔｈｅ staff were rude 😡";
    assertThat(SCORER.score(text, "").orElseThrow().causes())
        .extracting(cause -> text.substring(cause.start(), cause.end()))
        .containsExactly("rude", "😡");
  }

  @ParameterizedTest
  @CsvSource({
    "I trust you.,TRUST",
    "I am so looking forward to it!,ANTICIPATION",
    "I am worried about my data.,FEAR",
    "I am furious.,ANGER",
    "Never again.,DISGUST",
    "What a disappointment.,SADNESS",
    "楽しみです。,ANTICIPATION",
    "不安です。,FEAR",
    "腹が立ちます。,ANGER",
    "残念です。,SADNESS",
    "二度と利用しません。,DISGUST",
    "びっくりしました。,SURPRISE",
  })
  void theFeelingIsNamed(String text, Feeling feeling) {
    assertThat(SCORER.score(text, "").map(Scored::feeling)).contains(feeling);
  }

  private static double valence(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    return scored.map(Scored::valence).orElse(0.0);
  }
}
