package io.kizashi.language.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.library.Bundle;
import io.kizashi.language.read.Compilation.Compiled;
import io.kizashi.language.read.RulebookCompiler;
import io.kizashi.schema.RulebookDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A slip that changes what customers get is noticed by a test, or told with a story. */
class MutantsTest {
  private static final String RULES =
      """
      rulebook: shop
      moments:
        left:
          kind: drop_off
          pattern:
            - { event: cart, where: 'event.properties.total >= 10' }
            - { absence: order, for: 30m }
      """;

  private static final String ONE_TEST =
      """
      tests:
        - name: a cart is left
          given: [ { at: '10:00', type: cart, properties: { total: 50 } } ]
          until: '11:00'
          expect: [ { moment: left } ]
      """;

  /** Every bound has a test on either side of it. */
  private static final String ALL_TESTS =
      """
      tests:
        - name: a cart is left for just half an hour
          given: [ { at: '10:00', type: cart, properties: { total: 10 } } ]
          until: '11:00'
          expect: [ { moment: left, at: '10:30' } ]
        - name: a cart of less is nothing
          given: [ { at: '10:00', type: cart, properties: { total: 9 } } ]
          until: '11:00'
          expect: nothing
        - name: an order in time keeps quiet
          given:
            - { at: '10:00', type: cart, properties: { total: 10 } }
            - { at: '10:20', type: order }
          until: '11:00'
          expect: nothing
      """;

  private static MutationScore score(String rules) {
    RulebookDocument document = new RulebookDocument("shop.yaml", 1, rules);
    Compiled compiled = (Compiled) RulebookCompiler.compile(document);
    return Mutants.score(document, compiled, UnaryOperator.identity(), tried -> {});
  }

  private static List<String> told(MutationScore score) {
    return score.survivors().stream()
        .map(Survivor::mutation)
        .map(it -> it.place() + " " + it.was() + " -> " + it.now())
        .toList();
  }

  @Test
  void aBoundThatNoTestComesNearToIsTold() {
    MutationScore score = score(RULES + ONE_TEST);
    assertThat(told(score))
        .contains(
            "shop.yaml:6:55 >= -> >",
            "shop.yaml:6:58 10 -> 9",
            "shop.yaml:6:58 10 -> 11",
            "shop.yaml:6:58 10 -> 20",
            "shop.yaml:7:32 30m -> 15m",
            "shop.yaml:7:32 30m -> 31m",
            "shop.yaml:7:32 30m -> 60m")
        .doesNotContain("shop.yaml:6:18 cart -> order");
    assertThat(score.percent()).isBetween(1, 99);
  }

  @Test
  void theStoryToldTellsTheTwoApart() {
    Survivor survivor =
        score(RULES + ONE_TEST).survivors().stream()
            .filter(it -> it.mutation().now().equals("11"))
            .findFirst()
            .orElseThrow();
    assertThat(survivor.story().given())
        .singleElement()
        .satisfies(it -> assertThat(it.properties()).containsEntry("total", 10.0));
    assertThat(survivor.before()).singleElement().returns("left", it -> it.moment());
    assertThat(survivor.after()).isEmpty();
  }

  @Test
  void testsOnEitherSideOfEveryBoundNoticeAll() {
    MutationScore score = score(RULES + ALL_TESTS);
    assertThat(told(score)).isEmpty();
    assertThat(score.percent()).isEqualTo(100);
    assertThat(score.noticed()).isGreaterThan(8);
  }

  @Test
  void theSameTextGivesTheSameScore() {
    assertThat(told(score(RULES + ONE_TEST))).isEqualTo(told(score(RULES + ONE_TEST)));
  }

  @Test
  void whatOnlyChangesTheChannelIsSetApart() {
    String action =
        """
        actions:
          remind:
            kind: serve
            answers: [left]
            channels: [web, app]
            expires: 1h
            content: { web: { en: Your cart. }, app: { en: Your cart. } }
        """;
    MutationScore score =
        score(RULES + action + ALL_TESTS.replace("moment: left,", "moment: left, action: remind,"));
    assertThat(told(score)).isEmpty();
    assertThat(score.unspoken())
        .extracting(it -> it.mutation().was() + " -> " + it.mutation().now())
        .contains("web, app -> app, web");
  }

  @Test
  void whatMakesNoDifferenceCountsForNothing() {
    String useless = "session-gap: 10m\n";
    MutationScore score = score(RULES + useless + ALL_TESTS);
    assertThat(score.percent()).isEqualTo(100);
    assertThat(score.equivalent()).extracting(Mutation::was).contains("10m");
  }

  @Test
  void whatIsTakenFromTheLibraryIsNotChanged() {
    String text = RULES + "include: [ library/dead_clicks ]\n" + ALL_TESTS;
    String joined = Bundle.join(text, name -> Optional.empty());
    assertThat(score(joined).found()).isEqualTo(score(RULES + ALL_TESTS).found());
  }

  @Test
  void anIncludedFileIsChangedInItsPlace() {
    String text = "include: [ more.yaml ]\n" + RULES + ONE_TEST;
    String more =
        """
        moments:
          paid: { kind: drop_off, pattern: [ { event: paid, times: 2, within: 8m } ] }
        """;
    String joined = Bundle.join(text, name -> Optional.of(more));
    MutationScore score = score(joined);
    assertThat(score.equivalent().stream().map(Mutation::place).toList())
        .as("no story near the tests pays twice")
        .contains("more.yaml:2:71");
  }
}
