package io.kizashi.language.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of rules, to the letter: people decide by these words. */
final class ExplanationTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/kizashi/language/explain");
  private static final Path SAMPLE = Path.of("../../sample-streams/retail-cart/rulebook.yaml");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindOfStepSignalAndConditionHasWords(Language language) throws IOException {
    String said =
        Explanation.of(
            Explained.rules(Files.readString(GOLDEN.resolve("everything.yaml"))), language);
    assertThat(said).isEqualTo(golden("everything", language));
  }

  @Test
  void whatAGuardHoldsIsSaidToWait() {
    String holding =
        """
        rulebook: r
        moments: { m: { kind: drop_off, pattern: [ { event: left } ] } }
        actions: { a: { kind: sell, answers: [m], channels: [web], expires: 1h, content: { web: { en: a } } } }
        policies: { guards: [ { suppress: [sell], after: { outcome: unfollowed }, for: 24h, then: hold } ] }
        """;
    assertThat(Explanation.of(Explained.rules(holding), Language.EN))
        .contains(
            "  - When a customer's response to an action is \"unfollowed\", all actions are"
                + " suspended for that customer for 24 hours, if of type \"offer\". Anything due in"
                + " the meantime is held until this is over, unless it expires first.\n");
    assertThat(Explanation.of(Explained.rules(holding), Language.JA))
        .contains("その間に予定していたご連絡は、控える期間が終わってから送ります。送信の期限までに終わらなければ、送りません。\n");
  }

  @Test
  void whatIsOnTrialSaysForWhomItIsNot() {
    String tested =
        """
        rulebook: r
        lists: { staff: [ c-1 ] }
        moments:
          m: { kind: drop_off, pattern: [ { event: left } ], shadow: true }
          n: { kind: drop_off, pattern: [ { event: left } ] }
        actions: { a: { kind: sell, answers: [m, n], channels: [web], expires: 1h, rollout: 5%, content: { web: { en: a } } } }
        policies: { test-recipients: staff }
        """;
    assertThat(Explanation.of(Explained.rules(tested), Language.EN).lines())
        .filteredOn(line -> line.contains("the list \"staff\""))
        .hasSize(2)
        .allMatch("  - It is already in effect for the customers on the list \"staff\"."::equals);
    assertThat(Explanation.of(Explained.rules(tested), Language.JA))
        .contains("  - リスト「staff」のお客様には、ほかのお客様に先行して、実際に施策を行います。\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSampleIsExplained(Language language) throws IOException {
    String said = Explanation.of(Explained.rules(Files.readString(SAMPLE)), language);
    assertThat(said).isEqualTo(golden("retail-cart", language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\'',
      value = {
        "3000.0 <= event.properties.v => v is at least 3000 => v が 3000 以上である",
        "!(event.properties.v < 3.5) => v is at least 3.5 => v が 3.5 以上である",
        "event.properties.v > -0.5 => v is more than −0.5 => v が −0.5 より大きい",
        "event.channel in [\"web\"] => channel is web => チャネルがウェブである",
        "event.channel == \"fax\" => channel is \"fax\" => チャネルが「fax」である",
        "event.values.exists(v, v == \"act\") => values contains \"act\" => 経験価値に「act」が含まれる",
        "event.values.exists(v, v.size() > 3) => formula 1 holds => 式1の条件を満たす",
        "!has(event.properties.v) => v is not known => v がない",
        "!event.properties.vip => vip is not \"yes\" => vip が「はい」でない",
        "event.properties.vip == false => vip is not \"yes\" => vip が「はい」でない",
        "event.properties.question == \"nps\" => question is \"NPS\" => question が「NPS」である",
        "event.text == \"\" => text is empty => 本文が空である",
        "cart.id != event.id => the ID of \"cart\" differs from ID => cart の行動の番号が行動の番号と異なる",
        "signals.since_order > duration(\"72h\") => the signal \"since_order\" is more than 3 days"
            + " => 指標 since_order が 3日より長い",
        "signals.since_order < duration(\"7d\") => the signal \"since_order\" is less than 7 days"
            + " => 指標 since_order が 7日未満である",
        "signals.since_order < days(7) => the signal \"since_order\" is less than 7 days"
            + " => 指標 since_order が 7日未満である",
        "now - event.time < hours(2) => the time since time is less than 2 hours"
            + " => 日時からの経過時間が 2時間未満である",
        "event.time > cart.time => time is after the time of \"cart\" => 日時が cart の日時より後である",
        "event.time <= timestamp(\"2026-11-29T12:00:00Z\") => time is Sun 29 Nov 2026, 21:00 or"
            + " earlier => 日時が 2026年11月29日（日）21:00 以前である",
        "years(customer.birthday) >= 65 => the number of full years since the customer's birthday"
            + " is at least 65 => お客様の birthday からの満年数が 65 以上である",
        "local.hour <= 17.0 => the customer's local time is before 18:00 => 現地時刻が 18:00 より前である",
        "local.hour > 23.0 => the hour in the customer's local time is more than 23 => 現地時刻の「時」が 23"
            + " より大きい",
        "local.date.endsWith(\"-25\") => the customer's local date is day 25 of the month"
            + " => 現地の日付が 25日である",
        "local.date >= \"2026-03-01\" => the customer's local date is Sun 1 Mar 2026 or later"
            + " => 現地の日付が 2026年3月1日（日）以降である",
        "now > timestamp(\"2026-11-29T12:00:00Z\") - duration(\"2h\") =>"
            + " the time at that point is after 2 hours before Sun 29 Nov 2026, 21:00"
            + " => 判定した日時が 2026年11月29日（日）21:00 の 2時間前より後である",
        "event.properties.v > (has(customer.vip) ? 1.0 : 2.0) =>"
            + " v is more than 1 if the customer's vip is known, otherwise 2"
            + " => v がお客様の vip が登録済みである場合は 1、そうでなければ 2 より大きい",
        "event.session == cart.session => session is the same as that of \"cart\" => cart"
            + " とセッションが同じである",
        "event.properties.v != cart.properties.v => v differs from that of \"cart\" => cart と v"
            + " が異なる",
        "event.account == customer.account => account is the same as the customer's account"
            + " => 取引先がお客様の account と同じである",
        "event.actor == \"agent\" => an agent acted => 行動した側がオペレーターである",
        "!has(customer.vip) => the customer's vip is not known => お客様の vip が未登録である",
        "emotion.valence * 2.0 < 1.0 => the customer's feeling score × 2 is less than 1"
            + " => お客様の気持ちの点数 × 2 が 1 未満である",
        "emotion.valence < -0.3 => the customer's feeling score (−1 to 1) is less than −0.3"
            + " => お客様の気持ちの点数（−1〜1、低いほど悪い）が −0.3 未満である",
        "event.a == 1.0 && event.b == 2.0 && event.c == 3.0 && event.d == 4.0 =>"
            + " all of these apply: a is 1; b is 2; c is 3; d is 4"
            + " => 次のすべての条件（a が 1 である、b が 2 である、c が 3 である、d が 4 である）を満たす",
        "event.a == 1.0 && (event.b == 2.0 || event.c == 3.0 || event.d == 4.0) =>"
            + " a is 1 and either b is 2 or c is 3 or d is 4"
            + " => a が 1 で、かつ次のいずれかの条件（b が 2 である、c が 3 である、d が 4 である）を満たす",
        "event.a == 1.0 || event.b == 2.0 && event.c == 3.0 => a is 1 or both b is 2 and c is 3"
            + " => a が 1 であるか、または「b が 2 で、かつ c が 3 である」という条件を満たす",
        "(event.a == 1.0 || event.b == 2.0) && event.c == 3.0 => (a is 1 or b is 2) and c is 3"
            + " => 「a が 1 であるか、または b が 2 である」という条件を満たし、かつ c が 3 である",
        "event.a == 1.0 && (event.b == 2.0 || event.c == 3.0) => a is 1 and either b is 2 or c is 3"
            + " => a が 1 で、かつ「b が 2 であるか、または c が 3 である」という条件を満たす",
      })
  void simpleConditionsBecomeWords(String expression, String english, String japanese) {
    Claim claim = Reading.claim(expression);
    assertThat(clause(Language.EN, claim)).isEqualTo(english);
    assertThat(clause(Language.JA, claim)).isEqualTo(japanese);
  }

  @Test
  void aDayIsTwentyFourHoursAndOneOfSomethingIsNoPlural() {
    Terms english = terms(Language.EN);
    assertThat(english.span(86_400_000L)).isEqualTo("24 hours");
    assertThat(english.span(1_000L)).isEqualTo("1 second");
    Terms japanese = terms(Language.JA);
    assertThat(japanese.span(90_000L)).isEqualTo("90秒");
    assertThat(japanese.span(7 * 86_400_000L)).isEqualTo("7日");
  }

  private static String clause(Language language, Claim claim) {
    return grammar(language).clause(claim);
  }

  private static Terms terms(Language language) {
    return grammar(language).terms();
  }

  private static Grammar grammar(Language language) {
    return Grammar.of(
        Vocabulary.words(language), new Terms.Setting(language, ZoneId.of("Asia/Tokyo"), Map.of()));
  }

  private static String golden(String name, Language language) throws IOException {
    String file = name + "." + language.name().toLowerCase(Locale.ROOT) + ".txt";
    return Files.readString(GOLDEN.resolve(file));
  }
}
