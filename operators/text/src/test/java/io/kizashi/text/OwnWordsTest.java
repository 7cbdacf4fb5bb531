package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnWordsTest {
  private static final LexiconScorer SCORER = new LexiconScorer();

  /** What is left, without the blanks. */
  private static String own(String text) {
    String own = OwnWords.of(text);
    assertThat(own).as("everything stays at its place").hasSameSizeAs(text);
    return own.replace("\u200b", "").replaceAll(" +", " ").replaceAll(" *\n *", "\n").strip();
  }

  private static double valence(String text) {
    Optional<Scored> scored = SCORER.score(text, "");
    return scored.map(Scored::valence).orElse(0.0);
  }

  @Test
  void whatAMailQuotesIsNotItsWriters() {
    String gmail =
        """
        It broke.

        On Mon, 2 Mar 2026 at 09:00, Support <s@shop.example>
        wrote:
        > Great!
        >> Thanks\
        """;
    assertThat(own(gmail)).isEqualTo("It broke.");
    assertThat(own("It broke.\n\nOn 3/2/2026 Support wrote:\nThank you!")).isEqualTo("It broke.");
    assertThat(own("> Are you happy?\nNo.\n> Really?\nNo!")).isEqualTo("No.\n\nNo!");
    assertThat(own("壊れました。\n\n2026年3月2日(月) 9:00 サポート <s@shop.example>:\n\n> ありがとうございます"))
        .isEqualTo("壊れました。");
    assertThat(own("壊れました。\n\n-----Original Message-----\nFrom: s\n嬉しいです")).isEqualTo("壊れました。");
    assertThat(own("壊れました。\n差出人: s\n送信日時: 9:00\n嬉しいです")).isEqualTo("壊れました。");
    assertThat(own("壊れました。\n-- \nHappy Ltd.")).isEqualTo("壊れました。");
  }

  @Test
  void answersBetweenAndBelowWhatIsQuotedStay() {
    assertThat(own("On 2 March Support wrote:\n> Is it fine?\n\nNo, it is broken."))
        .isEqualTo("No, it is broken.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">_< so sad",
        "ok\n>:( no",
        "I <3 it",
        "a < b and c > d",
        "it costs 5 & more\nand more",
        "On Monday I wrote: nothing",
        "On 3 March I wrote:\nyour service is bad",
        "On Monday they wrote:\nI am bad",
        "2026年の予定: 未定です",
        "2026年3月2日に注文した商品について:\n届きません",
        "From: Tokyo\nTo: Osaka\nit was cancelled",
        "-- no signature"
      })
  void whatOnlyLooksLikeAQuotationOrMarkupStays(String text) {
    assertThat(own(text).replace('\n', ' ')).isEqualTo(text.replace('\n', ' '));
  }

  @Test
  void addressesHandlesAndMarkupAreNoSpeech() {
    assertThat(own("@united thanks, see https://happy.example/great?x=1 or www.joy.example"))
        .isEqualTo("thanks, see or");
    assertThat(own("mail love@joy.example now")).isEqualTo("mail now");
    assertThat(own("<p>Bad&nbsp;service<br/>I don&#39;t like it</p>"))
        .isEqualTo("Bad service\nI don't like it");
  }

  @Test
  void aWrappedLineGoesOn() {
    assertThat(own("I am not\nsatisfied, and\r\nleave."))
        .isEqualTo("I am not satisfied, and leave.");
    assertThat(own("満足でき\nませんでした。")).isEqualTo("満足できませんでした。");
    assertThat(own("届いてい\r\nません")).isEqualTo("届いていません");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am angry.\nThe agent was great",
        "Bad\n\nreally bad",
        "最悪\n二度と買わない",
        "嬉しいです\nもう買いません",
        "壊れた\nはい、昨日です",
        "だめでした\nとても残念",
        "遅い\nがっかり"
      })
  void aLineThatMayBeginASentenceBeginsOne(String text) {
    assertThat(own(text)).isEqualTo(text);
  }

  @Test
  void feelingIsReadFromTheWritersWordsAlone() {
    assertThat(valence("まだ直りません。\n\n> 大変嬉しく思います。ありがとうございます。")).isNegative();
    assertThat(valence("I have waited and I am not\nsatisfied.")).isNegative();
    assertThat(valence("@united lost my bag")).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your agent was not very helpful.",
        "It was not really useful.",
        "They were not particularly friendly.",
        "I'm not entirely convinced.",
        "It wasn't that great.",
        "I can't wait any longer.",
        "I can't stand this app.",
        "I never liked how they treat me.",
        "Thanks for nothing.",
        "So much for great service."
      })
  void praiseThatIsDeniedIsBlame(String text) {
    assertThat(valence(text)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not that bad", "Not really a problem.", "I can't wait to see it!"})
  void blameThatIsDeniedIsNone(String text) {
    assertThat(valence(text)).isPositive();
  }

  @Test
  @Timeout(10)
  void aLongTextCostsNoMoreThanItsLength() {
    String hostile = "<a ".repeat(2_000) + "\n> ".repeat(2_000) + "On a\n".repeat(500);
    assertThat(OwnWords.of(hostile + "@".repeat(2_000))).hasSize(hostile.length() + 2_000);
  }
}
