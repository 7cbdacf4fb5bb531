package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of Japanese whose words alone mislead: +1 praises, −1 blames, 0 stays silent. */
class JapaneseTurnsTest {
  /** Weaker than this is no polarity. */
  private static final double WEAK = 0.1;

  private static final LexiconScorer SCORER = new LexiconScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|満足度がとても高いです。",
        "1|技術力が高いと感じました。",
        "1|安全性はかなり高いと思う。",
        "1|スタッフの意識がすごく高い。",
        "1|高い品質に驚きました。",
        "1|接客のレベルが本当に高い",
        "1|リピート率の高い店",
        "1|部屋の完成度も高い。",
        "-1|完成度は高くない。",
        "-1|満足度は高くありません。",
        "-1|値段が高い。",
        "-1|料金がとても高いです。",
        "-1|高い手数料を取られた。",
        "-1|手数料が高すぎる。",
        "-1|電気代が高くなった。",
        "-1|故障率が高い。",
        "-1|リスクが高い。",
        "-1|この店は高い。",
        "-1|高い店だった。",
        "1|値段は高くない。",
        "0|高い階をお願いしました。",
        "0|お湯の温度が高い。",
        "0|天井が高い部屋でした。",
        "0|もっと背が高い人向けです。",
        "0|山の高い所にあります。",
        "0|値段は高いですか？",
        "-1|危険性が高い。",
        "-1|混雑度が高い。",
        "-1|一度高い店に行った。",
        "0|再開する可能性が高いです。",
      })
  void whatIsHighTellsByItsNoun(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|このラーメン、美味しすぎてやばい。",
        "1|ここのプリンうますぎてヤバい",
        "1|景色が最高でやばかった。",
        "1|ふわふわでやばい。",
        "1|夜景がマジでやばかった。",
        "1|コスパがやばい。",
        "1|店員さんがやばいくらい親切でした。",
        "-1|応答が遅くてやばい。",
        "-1|部屋に虫が出てやばい。",
        "-1|値段が高すぎてやばい。",
        "-1|アプリの重さがやばい。",
        "-1|待ち時間がヤバい。",
        "-1|においがやばい。",
        "-1|やばい、サイトが開きません。",
        "0|やばい。",
        "0|ヤバいですね。",
        "0|これはやばい店です。",
        "0|やばくないですか？",
        "0|重さはやばくない。",
        "0|美味しくてやばいですか？",
      })
  void slangGoesTheWayOfWhatItStandsBy(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  private static int sign(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    double valence = scored.map(Scored::valence).orElse(0.0);
    return Math.abs(valence) < WEAK ? 0 : (int) Math.signum(valence);
  }
}
