package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.RulebookDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a rule is told once, hides nothing else, and causes no further problem. */
final class BrokenRulesTest {
  @Test
  void aBrokenMomentIsStillAnsweredGuardedAndExpected() {
    String rulebook =
        """
        rulebook: retail
        moments:
          cart_abandoned:
            kind: drop_off
            pattern:
              - { event: Cart Updated, as: cart }
              - { absence: order_placed, for: 30m }
            when: 'cart.channel == "web"'
        actions:
          cart_rescue:
            kind: sell
            answers: [cart_abandoned]
            channels: [line]
            when: 'cart.properties.cartValue > 3000.0'
            expires: 12h
            content: { line: { ja: '{{cart.properties.name}} のカート' } }
        policies:
          guards:
            - { suppress: [sell], after: { moment: cart_abandoned }, for: 1h }
        tests:
          - name: a cart
            given: [ { at: '10:00', type: cart_updated } ]
            until: '10:31'
            expect: [ { moment: cart_abandoned, action: cart_rescue } ]
        """;

    assertThat(told(rulebook)).containsExactly("6:18 touchpoint_type");
  }

  @Test
  void aBrokenPatternHidesNothingElseOfItsMoment() {
    String rulebook =
        """
        rulebook: retail
        moments:
          cart_abandoned:
            label: { japanisch: かご落ち }
            kind: drop_off
            pattern:
              - { event: cart_updated, as: cart }
              - { absence: order_placed }
              - { event: 'Page Viewed', as: page }
            unless: { event: call_started, where: 'event.chanel == cart.channel' }
            when: 'page.typ == "a" && cart.channel == "web"'
            severity: 'page.channel'
            rollout: much
            feels: { valence: 3 }
        """;

    assertThat(told(rulebook))
        .containsExactly(
            "4:14 language",
            "8:9 missing_key",
            "9:18 touchpoint_type",
            "10:49 unknown_name",
            "11:16 unknown_name",
            "12:20 type_clash",
            "13:14 out_of_bounds",
            "14:23 out_of_bounds");
  }

  @Test
  void brokenSignalsAndSegmentsMayBeReadEverywhere() {
    String rulebook =
        """
        rulebook: retail
        signals:
          spend: { sum: 'event.propertys.total', within: 30d }
          views: { counts: 'event.type == "a"', sums: 'event.x' }
          buys: [ count ]
        segments:
          vip: 'signals.spend > 100.0 &&'
          fan: [ 'signals.views > 3.0' ]
        moments:
          m:
            kind: drop_off
            pattern: [ { event: a, as: a } ]
            when: 'segments.vip && segments.fan && signals.views > 1.0 && signals.buys > 0.0'
        """;

    assertThat(told(rulebook))
        .containsExactly(
            "3:23 unknown_name",
            "4:10 signal",
            "4:12 unknown_key",
            "4:41 unknown_key",
            "5:9 wrong_type",
            "7:33 expression",
            "8:8 wrong_type");
  }

  @Test
  void whatAnActionAnswersIsNotMissedWhereItIsMistyped() {
    String rulebook =
        """
        rulebook: retail
        moments:
          m: { kind: drop_off, pattern: [ { event: a, as: a } ] }
        actions:
          act:
            kind: sell
            answer: [m]
            chanels: [web]
            expires: 1h
            when: 'a.channel == "web"'
            content: { web: { en: '{{a.type}}' } }
        """;

    assertThat(told(rulebook)).containsExactly("7:5 unknown_key", "8:5 unknown_key");
  }

  @Test
  void aSlipOfYamlHidesNoOtherProblem() {
    String rulebook =
        """
        rulebook: retail
        moments:
          m:
            kind：drop_off
            patern: [ { event: a, as: a } ]
            when: 'a.channl == "web"'
            once-per: ２４h
        """;

    assertThat(told(rulebook))
        .containsExactly(
            "4:9 yaml_syntax", "5:5 unknown_key", "6:13 unknown_name", "7:15 duration");
  }

  @Test
  void whatIsNoYamlInOneRuleHidesNothingInTheOthers() {
    String rulebook =
        """
        rulebook: retail
        signals:
          spend:
            sum: 'event.properties.total'
             within: 30d
        moments:
          cart_abandoned:
            kind: drop_off
            pattern:
            - { event: cart_updated, as: cart }
           - { absence: order_placed, for: 30m }
          late:
            kind: dropoff
            pattern: [ { event: a } ]
            when: 'signals.spend > 100.0'
        actions:
          cart_rescue:
            kind: sell
            answers: [cart_abandoned]
            channels: [line]
            when: 'cart.properties.cartValue > 3000.0'
            expires: 12 hours
            content: { line: { ja: 'カート' } }
          late_help:
            kind: serve
              answers: [late]
        policies:
          tiers: [sell, serve]
          caps: [ { limit: 1, per: day, action: late_help } ]
        """;

    assertThat(told(rulebook))
        .containsExactly(
            "5:6 yaml_syntax",
            "11:4 yaml_syntax",
            "13:11 unknown_word",
            "22:14 duration",
            "26:14 yaml_syntax");
  }

  private static List<String> told(String rulebook) {
    return RulebookCompiler.compile(new RulebookDocument("rules.yaml", 1, rulebook))
        .problems()
        .stream()
        .map(it -> it.at().line() + ":" + it.at().column() + " " + it.code())
        .toList();
  }
}
