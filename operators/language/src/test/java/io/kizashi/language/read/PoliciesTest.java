package io.kizashi.language.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kizashi.core.expression.Condition;
import io.kizashi.core.expression.Value;
import io.kizashi.core.recipient.Recipient;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Address;
import io.kizashi.core.rules.Cap;
import io.kizashi.core.rules.Policies;
import io.kizashi.core.rules.QuietHours;
import io.kizashi.core.rules.RefusalPolicy;
import io.kizashi.core.rules.RefusalPolicy.Same;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Worth;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.RulebookDocument;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler makes of policies, and of what an action says beside its words. */
final class PoliciesTest {
  private static final long HOUR = 3_600_000L;

  private static final String MOMENT =
      """
      rulebook: r
      moments:
        left: { kind: drop_off, pattern: [ { event: cart_updated, as: cart } ] }
      actions:
        rescue:
          answers: [left]
          channels: [line]
          expires: 12h
          content: { line: { ja: 'カート' } }
      """;

  @Test
  void whatIsNotSaidHasAMeaningAllTheSame() {
    ActionRule action = action("kind: serve");
    assertThat(action.recipient()).isEqualTo(Recipient.CUSTOMER);
    assertThat(action.when()).isEqualTo(Condition.ALWAYS);
    assertThat(action.worth()).isEqualTo(Worth.EVEN);
    assertThat(action.after()).isZero();
    assertThat(action.briefing()).isFalse();
    assertThat(rules("kind: serve", "").policies()).isEqualTo(Policies.of(Optional.empty()));
  }

  @Test
  void anActionIsReadWithAllThatItSays() {
    ActionRule action =
        action(
            """
            kind: sell
                to: page_owner
                when: 'cart.channel == "web"'
                value: '0.1 * cart.properties.cartValue'
                cost: 15
                propensity: { prior: 0.08 }
                weight: 2
                context: [ { when: 'local.hour >= 18.0', times: 1.5 } ]
                after: 2h
                briefing: true\
            """);
    assertThat(action.recipient()).isEqualTo(Recipient.PAGE_OWNER);
    assertThat(action.when().text()).isEqualTo("cart.channel == \"web\"");
    assertThat(action.worth().value().map(Value::text)).contains("0.1 * cart.properties.cartValue");
    assertThat(action.worth().cost()).isEqualTo(15);
    assertThat(action.worth().propensity()).isEqualTo(0.08);
    assertThat(action.worth().weight()).isEqualTo(2);
    assertThat(action.worth().context()).hasSize(1);
    assertThat(action.worth().context().get(0).times()).isEqualTo(1.5);
    assertThat(action.after()).isEqualTo(2 * HOUR);
    assertThat(action.briefing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: sell | true",
        "kind: ask | true",
        "kind: retain | true",
        "kind: recover | false",
        "kind: serve | false",
        "kind: inform | false",
        "{ kind: inform, purpose: ad } | true",
        "{ kind: sell, purpose: service } | false",
        "{ kind: sell, to: store } | false",
      })
  void whatIsAdvertisingFollowsFromTheKindUnlessTheActionSaysIt(String said, boolean advertising) {
    String keys = said.replaceAll("[{} ]", "").replace(",", "\n    ").replace(":", ": ");
    assertThat(action(keys).advertising()).isEqualTo(advertising);
  }

  @Test
  void policiesAreReadInTheirOrder() {
    Policies policies =
        rules(
                "kind: sell",
                """
                policies:
                  tiers: [serve, sell, ask, inform, retain, recover]
                  guards:
                    - { suppress: [sell], after: { outcome: declined, same: action }, for: 1h }
                    - { suppress: [sell], after: { outcome: unfollowed }, for: 2h }
                  caps:
                    - { limit: 3, per: month, kinds: [sell] }
                    - { limit: 2, per: 7d, channel: line }
                    - { limit: 1, per: day, action: rescue }
                    - { limit: 9, per: 366d }
                  quiet-hours: { from: '21:00', to: '08:30', channels: [line, sms], then: hold }
                  consent: { ad: [line] }
                  address: { ja: { name: family, honorific: 様, fallback: お客様 }, en: { name: nickname, fallback: you } }
                """)
            .policies();
    assertThat(policies.tiers())
        .startsWith(ActionKind.SERVE, ActionKind.SELL, ActionKind.ASK, ActionKind.INFORM);
    assertThat(policies.tier(ActionKind.RECOVER)).isEqualTo(5);
    assertThat(policies.guards()).isEmpty();
    assertThat(policies.refusals())
        .extracting(RefusalPolicy::outcome, RefusalPolicy::same, RefusalPolicy::span)
        .containsExactly(
            tuple("declined", Optional.of(Same.ACTION), HOUR),
            tuple("unfollowed", Optional.empty(), 2 * HOUR));
    assertThat(policies.caps())
        .extracting(Cap::words)
        .containsExactly("3 per month", "2 per 7d", "1 per day", "9 per 366d");
    assertThat(policies.caps())
        .extracting(Cap::staff, Cap::countsAll)
        .containsExactly(
            tuple(false, false), tuple(false, false), tuple(false, false), tuple(false, true));
    assertThat(policies.quietHours())
        .contains(
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30), Set.of("line", "sms"), true));
    assertThat(policies.consented()).containsExactly("line");
    assertThat(policies.addresses())
        .containsEntry("ja", new Address(Address.Name.FAMILY, "様", "お客様"))
        .containsEntry("en", new Address(Address.Name.NICKNAME, "", "you"));
  }

  @Test
  void aRefusalIsKnownAgainByWhatItMeansAndNotByWhatItKeepsBack() {
    String declined = "{ suppress: [sell], after: { outcome: declined, same: kind }, for: %s }";
    assertThat(definition(declined.formatted("60m")))
        .isEqualTo(definition(declined.formatted("1h")))
        .isEqualTo(definition(declined.formatted("1h").replace("[sell]", "[ask, sell]")))
        .isNotEqualTo(definition(declined.formatted("2h")))
        .isNotEqualTo(definition(declined.formatted("1h").replace("kind", "action")))
        .isNotEqualTo(definition(declined.formatted("1h").replace(", same: kind", "")))
        .isNotEqualTo(definition(declined.formatted("1h").replace("declined", "dismissed")));
  }

  private static String definition(String guard) {
    return rules("kind: sell", "policies: { guards: [ " + guard + " ] }")
        .policies()
        .refusals()
        .get(0)
        .definition();
  }

  private static ActionRule action(String keys) {
    return rules(keys, "").answering("left").get(0);
  }

  private static Rules rules(String keys, String policies) {
    String text = MOMENT.replace("    answers", "    " + keys + "\n    answers") + policies;
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compilation.Compiled) compilation).rules();
  }
}
