package io.kizashi.language.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.read.Compilation;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.language.read.TestClock;
import io.kizashi.language.yaml.Problem;
import io.kizashi.schema.RulebookDocument;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RulebookTestsTest {
  private static final String RULES =
      """
      rulebook: shop
      timezone: Asia/Tokyo
      disorder: 10s
      history: { for: 2d }
      moments:
        cart_abandoned:
          kind: drop_off
          pattern:
            - { event: cart_updated, where: 'event.properties.value >= 30.0', as: cart }
            - { absence: order_placed, for: 30m }
        view:
          kind: moment_of_truth
          pattern: [ { event: page_viewed } ]
        gone:
          kind: drop_off
          pattern: [ { event: page_viewed }, { event: session_ended } ]
          unless: order_placed
      actions:
        rescue: { kind: sell, answers: [cart_abandoned], channels: [web], expires: 1h, content: { web: { ja: '{{cart.properties.name}}' } } }
        greet: { kind: inform, answers: [view], channels: [web], expires: 1h, content: { web: { ja: 'ようこそ' } } }
        back: { kind: inform, answers: [gone], channels: [web], expires: 1h, content: { web: { ja: 'またどうぞ' } } }
      """;
  private static final String CART =
      "{ at: '10:00', type: cart_updated, properties: { value: 50, name: x } }";

  private static Result run(String rules, String given, String until, String expect) {
    String test =
        "tests: [ { name: t, given: [%s], until: '%s', expect: [%s] } ]\n"
            .formatted(given, until, expect);
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("test.yaml", 1, rules + test));
    if (compilation instanceof Compilation.Compiled compiled) {
      List<Result> results = RulebookTests.run(compiled);
      assertThat(RulebookTests.run(compiled)).isEqualTo(results);
      return results.get(0);
    }
    throw new AssertionError(
        compilation.problems().stream().map(Problem::render).collect(Collectors.joining()));
  }

  private static Result run(String given, String until, String expect) {
    return run(RULES, given, until, expect);
  }

  /** What happened, as {@code moment/action@time}. */
  private static List<String> unexpected(Result result) {
    TestClock clock = new TestClock(ZoneId.of("Asia/Tokyo"));
    return result.unexpected().stream()
        .map(it -> it.moment() + "/" + it.action().orElse("none") + "@" + clock.text(it.at()))
        .toList();
  }

  @Test
  void whatIsExpectedAndHappensIsFine() {
    String expect = "{ moment: cart_abandoned, action: rescue, at: '10:30' }";
    assertThat(run(CART, "10:30", expect).ok()).isTrue();
    assertThat(run(CART, "10:30", "{ moment: cart_abandoned }").ok()).isTrue();
    assertThat(run(CART, "10:29:59", "").ok()).isTrue();
  }

  @Test
  void aMomentThatNothingMayAnswerIsExpectedSo() {
    String none = "{ moment: cart_abandoned, action: none }";
    Result answered = run(CART, "10:30", none);
    assertThat(unexpected(answered)).containsExactly("cart_abandoned/rescue@10:30");
    assertThat(answered.missing()).hasSize(1);
    String guarded =
        RULES
            + "policies: { guards: [ { suppress: [sell], when: 'now >"
            + " timestamp(\"2020-01-01T00:00:00Z\")' } ] }\n";
    assertThat(run(guarded, CART, "10:30", none).ok()).isTrue();
    assertThat(run(guarded, CART, "10:30", "{ moment: cart_abandoned, action: rescue }").ok())
        .isFalse();
  }

  @Test
  void nothingIsExpectedInOneWord() {
    String test = "tests: [ { name: t, given: [%s], until: '%s', expect: nothing } ]\n";
    for (String until : List.of("10:29", "10:30")) {
      RulebookDocument document =
          new RulebookDocument("test.yaml", 1, RULES + test.formatted(CART, until));
      Compilation.Compiled compiled = (Compilation.Compiled) RulebookCompiler.compile(document);
      assertThat(RulebookTests.run(compiled).get(0).ok()).isEqualTo(until.equals("10:29"));
    }
  }

  @Test
  void whatHappensAndIsNotExpectedFails() {
    Result result = run(CART, "10:30", "");
    assertThat(result.ok()).isFalse();
    assertThat(result.missing()).isEmpty();
    assertThat(unexpected(result)).containsExactly("cart_abandoned/rescue@10:30");
  }

  @Test
  void whatIsExpectedAndDoesNotHappenFails() {
    Result result = run(CART, "10:29:59", "{ moment: cart_abandoned, action: rescue }");
    assertThat(result.ok()).isFalse();
    assertThat(result.missing()).hasSize(1);
    assertThat(result.unexpected()).isEmpty();
  }

  @Test
  void anotherTimeOrActionFailsAndTellsBoth() {
    Result wrongTime = run(CART, "10:40", "{ moment: cart_abandoned, at: '10:31' }");
    assertThat(wrongTime.missing()).hasSize(1);
    assertThat(unexpected(wrongTime)).containsExactly("cart_abandoned/rescue@10:30");

    String nameless = CART.replace(", name: x", "");
    Result noAction = run(nameless, "10:40", "{ moment: cart_abandoned, action: rescue }");
    assertThat(noAction.missing()).hasSize(1);
    assertThat(unexpected(noAction)).containsExactly("cart_abandoned/none@10:30");
    assertThat(run(nameless, "10:40", "{ moment: cart_abandoned }").ok()).isTrue();
  }

  @Test
  void everyExpectationNeedsAMomentOfItsOwn() {
    String views = "{ at: '10:00', type: page_viewed }, { at: '10:05', type: page_viewed }";
    assertThat(run(views, "10:05", "{ moment: view }").ok()).isFalse();
    assertThat(run(views, "10:05", "{ moment: view }, { moment: view }").ok()).isTrue();
    assertThat(run(views, "10:05", "{ moment: view }, { moment: view }, { moment: view }").ok())
        .isFalse();
    assertThat(run(views, "10:05", "{ moment: view }, { moment: view, at: '10:00' }").ok())
        .as("an open expectation gives way to a stricter one")
        .isTrue();
  }

  @Test
  void aTouchpointThatArrivesLaterThanItHappenedTakesBackWhatItRulesOut() {
    String late =
        CART + ", { at: '11:00', type: faq_viewed }" + ", { at: '10:20', type: order_placed }";
    assertThat(run(late, "11:00", "").ok()).isTrue();
  }

  @Test
  void timePassesBetweenTouchpointsAsInAReplay() {
    // Judged in between: the cart of 10:00 is answered before the page of 12:00 is seen.
    String both = CART + ", { at: '12:00', type: page_viewed }";
    String expect =
        "{ moment: cart_abandoned, action: rescue, at: '10:30' }, { moment: view, action: greet }";
    assertThat(run(both, "12:00", expect).ok()).isTrue();
    String settled = RULES.replace("disorder: 10s", "disorder: 1m\ndecide: settled");
    assertThat(run(settled, both, "12:00", expect).ok()).isTrue();
  }

  @Test
  void aTouchpointThatComesTooLateForTheHistoryFailsTheTest() {
    String dropped =
        "{ at: '2026-03-09T10:00', type: faq_viewed }, { at: '2026-03-02T10:00', type: page_viewed"
            + " }";
    Result result = run(dropped, "2026-03-09T10:00", "");
    assertThat(result.ok()).isFalse();
    assertThat(result.late()).containsExactly("t2");
  }

  @Test
  void theEndOfASessionComesByItself() {
    String view = "{ at: '10:00', type: page_viewed, session: s-1 }";
    String seen = "{ moment: view }";
    assertThat(run(view, "10:29", seen).ok()).isTrue();
    assertThat(run(view, "10:30", seen + ", { moment: gone, action: back, at: '10:30' }").ok())
        .isTrue();
  }

  @Test
  void quotedNumbersAreTextAndPlainOnesAreNumbers() {
    String rules = RULES.replace(">= 30.0", "== \"50\"");
    String expect = "{ moment: cart_abandoned }";
    assertThat(run(rules, CART.replace("50", "'50'"), "10:30", expect).ok()).isTrue();
    assertThat(run(rules, CART, "10:30", "").ok()).isTrue();
  }

  @Test
  void aRulebookWithoutTestsHasNoResults() {
    Compilation compilation =
        RulebookCompiler.compile(new RulebookDocument("test.yaml", 1, RULES + "tests: []\n"));
    assertThat(RulebookTests.run((Compilation.Compiled) compilation)).isEmpty();
  }
}
