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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|良くも悪くもない。",
        "0|良くも悪くもなかったです。",
        "0|良い点も悪い点もない。",
        "0|良くもなければ悪くもない。",
        "0|悪くもないが良くもない。",
        "0|美味しくも不味くもない。",
        "0|高くも安くもない。",
        "0|好きでも嫌いでもない。",
        "0|可もなく不可もないです。",
        "1|不満も問題もない。",
        "1|悪くない。",
        "1|対応は悪くないし、値段も高くない。",
        "-1|美味しくも楽しくもない。",
        "-1|味も良くないし、値段も安くない。",
        "-1|特に良くもない。",
      })
  void whatIsNeitherGoodNorBadIsNeither(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|部屋は良いが風呂が狭い。",
        "-1|部屋は良かったのですが、風呂が狭かったです。",
        "-1|部屋は良い。でも風呂は狭い。",
        "-1|料理は最高だが部屋は少し狭い。",
        "-1|立地は良いのに部屋が汚い。",
        "-1|部屋は良かった一方で食事は残念。",
        "1|部屋は狭いが接客は丁寧。",
        "1|値段は高いけど、それだけの価値がある。",
        "1|駅からは遠いが、静かで良い。",
        "1|風呂は古い。でも料理は美味しい。",
        "1|部屋は良いし風呂も広い。",
      })
  void ofAHalfContrastTheSecondHalfWeighsMore(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|他社のほうが良い。",
        "-1|他社の方がいいです。",
        "-1|他社の方が安い。",
        "-1|前の機種のほうが使いやすかった。",
        "-1|隣の店の方が美味しい。",
        "-1|他のホテルの方がよっぽどいいです。",
        "-1|他社製品のほうが優れている。",
        "1|御社の方が安い。",
        "1|隣の方が親切でした。",
        "1|他社より良い。",
        "0|他社のほうが高い。",
        "0|他社の方が遅い。",
        "0|こちらの方が良い。",
        "0|他社の方が良いですか？",
        "0|他社の方が良いということはない。",
        "0|前の席の方が見やすい。",
      })
  void whoPraisesARivalBlames(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|コンセントがない。",
        "-1|ベッドの近くにコンセントがありません。",
        "-1|加湿器がなかったです。",
        "-1|喫煙所がない。",
        "-1|Wi-Fiがない部屋でした。",
        "1|追加料金がない。",
        "1|段差がない。",
        "1|欠点がない。",
        "1|問題がない。",
        "1|心配ない。",
        "1|悪くない。",
        "1|無駄がない。",
        "1|嫌な感じがない。",
        "0|コンセントはありますか？",
        "0|コンセントがないか教えてください。",
        "0|質問はありません。",
        "0|そういう可能性がない。",
      })
  void whatIsNotThereIsMissedOrWelcomeToBeAway(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|お湯が出ませんでした。",
        "-1|注文したものと違うものが届きました。",
        "-1|三回電話しましたが、誰も出ませんでした。",
        "-1|電源が入らない。",
        "-1|二時間待ちました。",
        "-1|2時間以上も待った。",
        "-1|30分ほど待ちました。",
        "-1|三十分も待っていました。",
        "-1|連絡すると言われて一週間経ちました。",
        "-1|担当者に折り返すと言われたまま三日です。",
        "-1|請求が二回来ています。",
        "-1|アプリを開くと固まります。",
        "-1|隣の部屋の話し声が聞こえた。",
        "-1|駐車場が満車で停められなかった。",
        "-1|説明と料金が違いました。",
        "0|来週の予約を確認したいです。",
        "0|商品は月曜に届きました。",
        "0|二時間のコースを予約しました。",
        "0|三時間待つ予定です。",
        "0|五分待ちました。",
        "0|5分待ちました。",
        "0|入会して一週間経ちました。",
        "0|何時間待ちましたか。",
        "0|会員は料金が違いますか。",
        "0|日によって料金が違います。",
        "0|電源を入れました。",
        "1|二時間待った甲斐がありました。",
        "1|三十分待ちましたが最高でした。",
      })
  void faultsAndLongWaitsToldAsFactAreBlame(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|もう少し安ければ良い。",
        "0|もっと広ければいいと思います。",
        "0|早く届くといいです。",
        "0|朝食が美味しければ良いのですが。",
        "0|値段が安いといいな。",
        "0|どうすればいいですか。",
        "1|値段は良いと思います。",
        "1|大人っぽくて良い。",
        "1|早く届いて良かった。",
        "-1|部屋が狭いのが残念。もっと広ければいいと思います。",
      })
  void whatIsOnlyWishedForIsNotThere(int sign, String text) {
    assertThat(sign(text)).isEqualTo(sign);
  }

  private static int sign(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    double valence = scored.map(Scored::valence).orElse(0.0);
    return Math.abs(valence) < WEAK ? 0 : (int) Math.signum(valence);
  }
}
