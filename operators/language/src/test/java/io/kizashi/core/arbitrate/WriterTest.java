package io.kizashi.core.arbitrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.arbitrate.Writer.Message;
import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.rules.ActionRule;
import io.kizashi.core.rules.Content;
import io.kizashi.core.rules.Rules;
import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.Actor;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.History;
import io.kizashi.schema.state.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WriterTest {
  private static final CustomerKey CUSTOMER = CustomerKey.customer("c-1");
  private static final Cause CAUSE = new Cause(Position.after(10_000));
  private static final Rules RULES =
      rules(
          """
          rulebook: r
          moments:
            left:
              kind: drop_off
              pattern: [ { event: viewed, times: 2, within: 1h, as: view }, { event: filled, within: 1h, as: cart } ]
          actions:
            rescue:
              kind: serve
              answers: [left]
              channels: [line, web]
              expires: 1h
              content: { line: { ja: 'カート{{cart.properties.items}}点' }, web: { en: '{{view.text}}' } }
            spoken:
              kind: serve
              answers: [left]
              channels: [line]
              expires: 1h
              content: { line: { ja: はい, en: 'yes' } }
            counted:
              kind: serve
              answers: [left]
              channels: [line]
              expires: 1h
              content: { line: { ja: '{{cart.properties.items.tea.count}}点' } }
            remarked:
              kind: serve
              answers: [left]
              channels: [line]
              expires: 1h
              content: { line: { ja: '「{{view.text | or: コメントなし}}」{{ cart.text|or:なし }}' } }
            renew:
              kind: serve
              answers: [left]
              channels: [line, web]
              expires: 1h
              content:
                line:
                  ja: '{{customer.renewalAt | date}}（{{customer.renewalAt | weekday}}）{{signals.items | number}}点 {{signals.paid | money: jpy}}'
                  en: '{{customer.renewalAt | date}}, {{customer.renewalAt | weekday}}, {{signals.items | number}}, {{signals.paid | money: JPY}}'
                web: { ja: '{{customer.renewalAt | time | or: 終日}} {{customer.plan.name | or: なし}}' }
            welcome:
              kind: serve
              answers: [left]
              channels: [line]
              expires: 1h
              content: { line: { ja: '{{address}}、こんにちは' } }
          signals:
            items: { latest: 'event.properties.items', where: 'event.type == "filled"' }
            paid: { sum: 'event.properties.items', where: 'event.type == "filled"', within: 30d }
          policies:
            address: { ja: { name: family, honorific: 様, fallback: お客様 } }
          """);
  private static final ActionRule RESCUE = action("rescue");
  private static final ActionRule SPOKEN = action("spoken");
  private static final ActionRule COUNTED = action("counted");
  private static final ActionRule REMARKED = action("remarked");
  private static final ActionRule RENEW = action("renew");
  private static final ActionRule WELCOME = action("welcome");

  private static ActionRule action(String name) {
    return RULES.answering("left").stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Rules rules(String text) {
    Compilation compilation = RulebookCompiler.compile(new RulebookDocument("r.yaml", 1, text));
    assertThat(compilation.problems()).isEmpty();
    return ((Compilation.Compiled) compilation).rules();
  }

  private static Touchpoint touchpoint(
      String id, String type, long time, String text, Map<String, Object> properties) {
    return new Touchpoint(
        id,
        type,
        time,
        CUSTOMER,
        Actor.CUSTOMER,
        Setting.on("web"),
        Optional.empty(),
        text,
        properties,
        time);
  }

  private static CustomerState state(Map<String, Object> profile, Object items, String text) {
    History history =
        History.EMPTY
            .with(touchpoint("t1", "viewed", 1_000, text, Map.of()))
            .with(touchpoint("t2", "viewed", 2_000, "second", Map.of()))
            .with(touchpoint("t3", "filled", 3_000, "", Map.of("items", items)));
    return CustomerState.EMPTY
        .withHistory(history)
        .withProfile(Profile.EMPTY.with(touchpoint("p", Profile.TYPE, 500, "", profile), Set.of()));
  }

  private static Optional<Message> write(ActionRule action, String channel, CustomerState state) {
    Moment moment =
        new Moment(
            "m",
            Moment.Status.DETECTED,
            "left",
            Moment.Kind.DROP_OFF,
            "",
            CUSTOMER,
            3_000,
            1,
            List.of("t1", "t2", "t3"),
            RULES.ref());
    World world = World.of(state, RULES, new Misses());
    return new Writer(world, CAUSE.at()).write(action.content().get(0), moment, channel);
  }

  private static Optional<String> text(ActionRule action, String channel, CustomerState state) {
    return write(action, channel, state).map(it -> it.parts().get(Content.TEXT));
  }

  @Test
  void wordsSpeakOfWhatTheMomentCaptured() {
    CustomerState state = state(Map.of(), 3.0, "靴");
    assertThat(write(RESCUE, "line", state))
        .contains(
            new Message(
                "line",
                "ja",
                Optional.empty(),
                Map.of("text", "カート3点"),
                Map.of("cart.properties.items", "3")));
    assertThat(text(RESCUE, "web", state)).contains("靴");
    assertThat(text(RESCUE, "pigeon", state)).isEmpty();
  }

  @Test
  void whatIsMissingOrGoneLeavesTheWordsIncomplete() {
    assertThat(text(RESCUE, "web", state(Map.of(), 3.0, " \n"))).isEmpty();
    assertThat(text(RESCUE, "line", state(Map.of(), "null", "靴"))).isEmpty();
    assertThat(text(RESCUE, "line", state(Map.of(), 3.0, "靴").withHistory(History.EMPTY)))
        .isEmpty();
  }

  @Test
  void somethingElseIsSaidWhereAValueIsMissingAndNothingWhereItMayHaveBeen() {
    assertThat(write(REMARKED, "line", state(Map.of(), 3.0, "速い")))
        .contains(
            new Message(
                "line",
                "ja",
                Optional.empty(),
                Map.of("text", "「速い」なし"),
                Map.of("view.text", "速い", "cart.text", "なし")));
    CustomerState silent = state(Map.of(), 3.0, " ");
    assertThat(text(REMARKED, "line", silent)).contains("「コメントなし」なし");
    assertThat(text(REMARKED, "line", silent.withHistory(History.EMPTY))).isEmpty();
  }

  @Test
  void aListOrAnObjectIsNoWordAndOneWithinIs() {
    Object tea = Map.of("tea", Map.of("count", 2.0));
    assertThat(text(COUNTED, "line", state(Map.of(), tea, ""))).contains("2点");
    for (Object other : List.of(tea, List.of("tea"), Map.of())) {
      assertThat(text(RESCUE, "line", state(Map.of(), other, "靴"))).isEmpty();
    }
    for (Object other : List.of("tea", List.of(tea), Map.of("tea", 2.0), Map.of("tea", tea))) {
      assertThat(text(COUNTED, "line", state(Map.of(), other, ""))).isEmpty();
    }
  }

  @Test
  void theLanguageIsTheCustomersWhereThereAreWordsInIt() {
    Map<String, String> expected =
        Map.of("en", "yes", "en-GB", "yes", "EN_us", "yes", "ja-JP", "はい", "fr", "はい", "", "はい");
    expected.forEach(
        (locale, words) ->
            assertThat(text(SPOKEN, "line", state(Map.of("locale", locale), 1.0, "")))
                .as(locale)
                .contains(words));
    assertThat(text(SPOKEN, "line", state(Map.of(), 1.0, ""))).contains("はい");
  }

  @Test
  void theAddressIsThatOfTheLanguageOfTheWords() {
    CustomerState state = state(Map.of("familyName", "山田", "locale", "en"), 1.0, "");
    assertThat(write(WELCOME, "line", state))
        .contains(
            new Message(
                "line",
                "ja",
                Optional.empty(),
                Map.of("text", "山田様、こんにちは"),
                Map.of("address", "山田様")));
    assertThat(text(WELCOME, "line", state(Map.of(), 1.0, ""))).contains("お客様、こんにちは");
  }

  @Test
  void whatIsKnownOfTheCustomerIsSaidAsPeopleOfTheLanguageWriteIt() {
    Map<String, Object> day = Map.of("renewalAt", "2026-12-05", "timezone", "Pacific/Honolulu");
    assertThat(text(RENEW, "line", state(day, 12_345.5, "")))
        .contains("2026年12月5日（土曜日）12,345.5点 ￥12,346");
    Map<String, Object> night =
        Map.of("renewalAt", "2026-12-05T23:30:00Z", "timezone", "Asia/Tokyo", "locale", "en");
    assertThat(text(RENEW, "line", state(night, -2.0, "")))
        .contains("December 6, 2026, Sunday, -2, -¥2");
    assertThat(text(RENEW, "web", state(night, 1.0, ""))).contains("8:30 なし");
    Map<String, Object> plan = Map.of("renewalAt", "2026-12-05", "plan", Map.of("name", "お得"));
    assertThat(text(RENEW, "web", state(plan, 1.0, ""))).contains("終日 お得");
  }

  @Test
  void aValueThatIsNoDateOrNumberIsNotWrittenAsOne() {
    for (Object other : List.of("soon", true, List.of("2026-12-05"), 1e300)) {
      assertThat(text(RENEW, "line", state(Map.of("renewalAt", other), 1.0, ""))).isEmpty();
    }
    Map<String, Object> day = Map.of("renewalAt", "2026-12-05");
    assertThat(text(RENEW, "line", state(day, "many", ""))).isEmpty();
    assertThat(text(RENEW, "line", state(day, 1.0, ""))).isPresent();
  }

  @Test
  void nothingElseIsSaidWhereTheProfileMayHaveForgotten() {
    Profile full = Profile.EMPTY;
    for (int i = 0; i < Bounds.PROFILE_VALUES; i++) {
      full = full.with("renewalAt", "soon " + i, Position.after(20_000 + i));
    }
    CustomerState state = state(Map.of("renewalAt", "soon"), 1.0, "");
    assertThat(text(RENEW, "web", state)).contains("終日 なし");
    assertThat(text(RENEW, "web", state.withProfile(full))).isEmpty();
  }

  @Test
  void aPartOfAnObjectIsForgottenWithTheWhole() {
    Profile full = Profile.EMPTY.with("renewalAt", "soon", Position.FIRST);
    for (int i = 0; i < Bounds.PROFILE_VALUES; i++) {
      full = full.with("plan", "plan " + i, Position.after(20_000 + i));
    }
    CustomerState state = state(Map.of("renewalAt", "soon"), 1.0, "");
    assertThat(text(RENEW, "web", state.withProfile(full))).isEmpty();
  }
}
