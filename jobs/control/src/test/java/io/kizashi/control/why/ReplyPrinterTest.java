package io.kizashi.control.why;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.core.decide.Decider;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.inspect.Inspection;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.explain.Language;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Pause;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Time;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.reply.Reply;
import io.kizashi.schema.reply.Reply.Finding;
import io.kizashi.schema.reply.ReplyJson;
import io.kizashi.schema.state.CustomerState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a running engine answers is told so that people know what is waited for, and what stopped
 * it.
 */
final class ReplyPrinterTest {
  private static final CustomerKey CUSTOMER = CustomerKey.customer("c-1");
  private static final long START = 1_772_359_200_000L; // 2026-03-01T10:00:00Z

  private static final String BOOK =
      """
      rulebook: shop
      timezone: Asia/Tokyo
      moments:
        compared:
          label: { en: Compared twice, ja: 二度の比較 }
          kind: moment_of_truth
          pattern: [ { event: product_viewed, where: 'event.properties.price > 100.0', times: 2, within: 1h } ]
        left:
          kind: drop_off
          pattern: [ { event: cart }, { absence: order, for: 30m } ]
        asked:
          kind: moment_of_truth
          pattern: [ { event: cart, as: c } ]
          when: 'c.properties.total > 10.0'
        seen: { kind: moment_of_truth, pattern: [ { event: cart } ] }
      actions:
        offer: { kind: sell, answers: [seen], channels: [line], expires: 1d, content: { line: { en: a, ja: a } } }
      policies:
        consent: { ad: [line] }
      """;

  private static Rules rules() {
    RulebookDocument document = new RulebookDocument("shop.yaml", 3, BOOK);
    if (RulebookCompiler.compile(document) instanceof Compiled compiled) {
      return compiled.rules();
    }
    throw new AssertionError(RulebookCompiler.compile(document).problems().toString());
  }

  private static Touchpoint touchpoint(
      String id, String type, long minute, Map<String, Object> with) {
    long time = START + minute * 60_000;
    return new Touchpoint(
        id,
        type,
        time,
        CUSTOMER,
        Actor.CUSTOMER,
        Setting.on("web"),
        Optional.empty(),
        "",
        with,
        time);
  }

  private static JsonNode reply(Finding finding, long time) throws IOException {
    return new ObjectMapper().readTree(ReplyJson.encode(new Reply("i-1", CUSTOMER, time, finding)));
  }

  private static JsonNode known() throws IOException {
    Pause.Target paused = new Pause.Target("sell", "line", "JP-13");
    InForce inForce = new InForce(Succession.of(rules()), CUSTOMER.text(), List.of(paused));
    CustomerState state = CustomerState.EMPTY;
    for (Touchpoint touchpoint :
        List.of(
            touchpoint("e-1", "product_viewed", 0, Map.of("price", 200.0)),
            touchpoint("e-2", "cart", 1, Map.of("total", 5.0)),
            touchpoint("e-3", "order", 2, Map.of()),
            touchpoint("e-4", "cart", 3, Map.of()))) {
      state = Decider.decide(state, touchpoint, inForce, Time.UNPROVEN).state();
    }
    return reply(Inspection.of(state, inForce, START + 180_000), START + 180_000);
  }

  private static String told(Language language, JsonNode reply) {
    StringWriter text = new StringWriter();
    ReplyPrinter printer = new ReplyPrinter(language, new PrintWriter(text));
    if (reply.path("found").asText().equals("known")) {
      printer.tell(reply, rules());
    } else {
      printer.tellNothing(reply);
    }
    return text.toString();
  }

  @Test
  void whatIsWaitedForAndWhatStoppedItIsToldInEnglish() throws IOException {
    assertThat(told(Language.EN, known()))
        .isEqualTo(
            """
            status as at Sun 1 Mar 2026, 19:03
            by rulebook shop, version 3; times in Japan Time (Asia/Tokyo)
            touchpoints stored: 4, from Sun 1 Mar 2026, 19:00 to Sun 1 Mar 2026, 19:03
            due to be checked again by Sun 1 Mar 2026, 19:31:10
            "Compared twice" started at Sun 1 Mar 2026, 19:00 with e-1 and has reached step 1 of 1
                waiting for occurrence 2 of 2: "product_viewed" touchpoint where price is more than 100
                until Sun 1 Mar 2026, 20:00
            "left" started at Sun 1 Mar 2026, 19:03 with e-4 and has reached step 2 of 2
                it moves on when the time is up, unless this happens first: "order" touchpoint
                until Sun 1 Mar 2026, 19:33
            "left" was not detected: it started at Sun 1 Mar 2026, 19:01 with e-2, reached step 2 of 2 and ended at Sun 1 Mar 2026, 19:02
                it was stopped by this: e-3
            "asked" was not detected: it started at Sun 1 Mar 2026, 19:03 with e-4, reached step 1 of 1 and ended at Sun 1 Mar 2026, 19:03
                moments.asked.when could not be checked
            "seen" applies, detected at Sun 1 Mar 2026, 19:03
            "seen" applies, detected at Sun 1 Mar 2026, 19:01
            Sun 1 Mar 2026, 19:03  "seen" was detected, but no action was chosen (considered: offer)
                offer was not chosen: there is no consent to advertising via LINE
            Sun 1 Mar 2026, 19:01  "seen" was detected, but no action was chosen (considered: offer)
                offer was not chosen: there is no consent to advertising via LINE
            paused by staff: offer / LINE / JP-13
            """);
  }

  @Test
  void whatIsWaitedForAndWhatStoppedItIsToldInJapanese() throws IOException {
    assertThat(told(Language.JA, known()))
        .isEqualTo(
            """
            2026年3月1日（日）19:03現在の状況
            ルールブック shop（バージョン 3）による。時刻は日本時間（Asia/Tokyo）
            残っている行動の記録は4件（2026年3月1日（日）19:00から2026年3月1日（日）19:03まで）
            このお客様の状況は、遅くとも2026年3月1日（日）19:31:10までに確かめ直す
            「二度の比較」は、2026年3月1日（日）19:00の e-1 をきっかけに判定が始まり、全1段階のうち1段階目
                全部で2回のうち、2回目を待っている: price が 100 より大きい product_viewed
                期限は2026年3月1日（日）20:00
            「left」は、2026年3月1日（日）19:03の e-4 をきっかけに判定が始まり、全2段階のうち2段階目
                次の行動がないまま期限になるのを待っている: order
                期限は2026年3月1日（日）19:33
            「left」は、2026年3月1日（日）19:02の時点で検知しないことに決まった（2026年3月1日（日）19:01の e-2 をきっかけに判定が始まり、全2段階のうち2段階目まで進んでいた）
                e-3 があった
            「asked」は、2026年3月1日（日）19:03の時点で検知しないことに決まった（2026年3月1日（日）19:03の e-4 をきっかけに判定が始まり、全1段階のうち1段階目まで進んでいた）
                moments.asked.when を確かめられなかった
            「seen」は検知済みで、いまも有効（検知は2026年3月1日（日）19:03）
            「seen」は検知済みで、いまも有効（検知は2026年3月1日（日）19:01）
            2026年3月1日（日）19:03  何もしないと判断（検討した施策: offer）。きっかけは「seen」の検知
                選ばなかった施策 offer: LINEでの広告に同意をいただいていない
            2026年3月1日（日）19:01  何もしないと判断（検討した施策: offer）。きっかけは「seen」の検知
                選ばなかった施策 offer: LINEでの広告に同意をいただいていない
            担当者の指示により一時停止中: ご提案 / LINE / JP-13
            """);
  }

  @Test
  void whoIsNotKnownIsToldWithTheReason() throws IOException {
    assertThat(told(Language.EN, reply(new Reply.Unknown(), START)))
        .isEqualTo("nothing is stored about this customer\n");
    assertThat(told(Language.EN, reply(new Reply.Refused("too_many"), START)))
        .isEqualTo("not looked up: too many inquiries at once; please ask again in a second\n");
    assertThat(told(Language.EN, reply(new Reply.Refused("defect"), START)))
        .isEqualTo(
            "this customer could not be looked up; the technical team can find the reason in the"
                + " system log\n");
    assertThat(told(Language.EN, reply(new Reply.Frozen(START, "defect x", 2), START)))
        .isEqualTo(
            """
            on hold: an error occurred during a decision, and nothing more will be decided until someone asks for processing to resume
                since Sun 1 Mar 2026, 10:00 UTC
                touchpoints waiting until processing resumes: 2 (defect x)
            """);
    assertThat(told(Language.JA, reply(new Reply.Frozen(Time.UNPROVEN, "defect x", 2), START)))
        .doesNotContain("から");
  }

  @Test
  void aWordOfALaterReleaseIsToldAsItIs() throws IOException {
    String later =
        known().toString().replace("\"broken\"", "\"jinxed\"").replace("\"withheld\"", "\"lent\"");
    assertThat(told(Language.EN, new ObjectMapper().readTree(later)))
        .contains("    jinxed\n")
        .contains("  lent\n");
  }
}
