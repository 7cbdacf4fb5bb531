package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Japanese as customers write it: what is right, what stays silent, and what must not turn. */
class JapaneseCustomersTest {
  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "眺めがいい。",
        "ここのランチ、おすすめです。",
        "またこの店に来たいと思いました。",
        "満足度が高いです。",
        "満足度の高い宿でした。",
        "料理も良かったし、お部屋の方も良かったです。",
        "サイコーでした",
        "めっちゃええ宿やった",
        "やったー！",
      })
  void praiseIsFound(String text) {
    assertThat(valence(text)).isGreaterThan(WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "前の担当者のほうが良かった。",
        "他社のほうが安いです。",
        "以前の方が使いやすかった。",
        "部屋に冷蔵庫がない。",
        "駐車場の案内がなかった。",
        "値段が高い。",
        "なんやったん、あの対応",
        "もう泊まることはないです。",
        "まだ届いていません。",
        "返事がありません。",
      })
  void blameToldAsFactIsFound(String text) {
    assertThat(valence(text)).isLessThan(-WEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "それでいいです。",
        "明日でもいいですか？",
        "おすすめはどれですか？",
        "ほかに質問はないです。",
        "予約番号が手元にありません。",
        "また行きたい店を探しています、場所を教えてください。",
        "高い階を希望します。",
        "良くも悪くもない。",
        "予約したんは昨日やった。",
        "作業は自分でやった。",
        "部屋に冷蔵庫がないか教えてください。",
      })
  void factsQuestionsAndRequestsStaySilent(String text) {
    assertThat(Math.abs(valence(text))).isLessThan(WEAK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"不満がない。", "問題はありません。", "待ち時間がなくて快適でした。"})
  void whatNobodyMissesIsNotMissed(String text) {
    assertThat(valence(text)).isGreaterThan(WEAK);
  }

  @ParameterizedTest
  @CsvSource({"がっかり,ｶﾞｯｶﾘ", "ガッカリ,ｶﾞｯｶﾘ", "サポートが最低,ｻﾎﾟｰﾄが最低", "残念でがっかり,残念でか\u3099っかり"})
  void marksOfVoiceThatStandApartAreRead(String plain, String apart) {
    assertThat(valence(apart)).isEqualTo(valence(plain)).isLessThan(-WEAK);
  }

  @Test
  void marksOfVoiceKeepPlacesAndStandAlone() {
    String text = "ｻﾎﾟｰﾄが最低";
    assertThat(SCORER.score(text, "").orElseThrow().causes())
        .extracting(cause -> text.substring(cause.start(), cause.end()))
        .containsExactly("最低");
    assertThat(Folded.of("ﾞあﾟ").text()).hasToString("ﾞあﾟ");
  }

  private static double valence(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    return scored.map(Scored::valence).orElse(0.0);
  }
}
