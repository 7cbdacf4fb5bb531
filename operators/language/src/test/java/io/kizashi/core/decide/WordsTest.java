package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Recommendation.Reasoning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which words an action says to whom. */
final class WordsTest {
  private static final String RULES =
      """
      rulebook: r
      timezone: Asia/Tokyo
      signals:
        visits: { count: 'event.type == "visit"', within: 1h }
      moments:
        left: { kind: drop_off, pattern: [ { event: cart, as: cart } ] }
      actions:
        rescue:
          kind: serve
          answers: [left]
          channels: [line, web]
          expires: 1h
          content:
      """;

  private static final String AIMED =
      """
            - { when: 'customer.tier > 2.0', line: { en: 'dear {{customer.name}}' } }
            - { when: 'signals.visits > 1.0', line: { en: again }, web: { en: hello again } }
            - { line: { en: all }, web: { en: all of you } }
      """;

  private static final String VARIED =
      """
            - { when: 'customer.tier > 2.0', line: { en: dear }, web: { en: dear } }
            - { variant: a, share: 0.3, line: { en: first }, web: { en: first } }
            - { variant: b, share: 0.7, line: { en: second }, web: { en: second } }
      """;

  private static CustomerStory story(String content) {
    return new CustomerStory(RULES + content.indent(2));
  }

  private static Optional<String> said(CustomerStory story) {
    return story.recommendations.stream()
        .reduce((earlier, later) -> later)
        .map(it -> it.plan().channel() + ": " + reasons(story).content().get("text"));
  }

  private static Reasoning reasons(CustomerStory story) {
    return story.recommendations.get(story.recommendations.size() - 1).reasoning().orElseThrow();
  }

  @Test
  void theFirstEntryThatHoldsHasTheWords() {
    assertThat(said(story(AIMED).at(9, "cart", "a"))).contains("line: all");
    CustomerStory again = story(AIMED).at(1, "visit", "v1").at(2, "visit", "v2");
    assertThat(said(again.at(9, "cart", "a"))).contains("line: again");
    CustomerStory dear =
        again.at(10, "profile_updated", "p", "tier", 3.0, "name", "Yamada").at(11, "cart", "b");
    assertThat(said(dear)).contains("line: dear Yamada");
    assertThat(reasons(dear).explanation().values())
        .containsEntry("customer.tier", "3")
        .doesNotContainKey("variant");
  }

  /** The next entry is for others: it may say what this customer must not hear. */
  @Test
  void whereAWordIsMissingNoOtherEntryIsTakenButTheNextChannel() {
    CustomerStory nameless =
        story(AIMED).at(1, "profile_updated", "p", "tier", 3.0).at(2, "cart", "a");
    assertThat(said(nameless)).contains("web: all of you");
    CustomerStory lineOnly =
        new CustomerStory(
                (RULES + AIMED.indent(2))
                    .replace("[line, web]", "[line]")
                    .replaceAll(", web: \\{[^}]*\\}", ""))
            .at(1, "profile_updated", "p", "tier", 3.0)
            .at(2, "cart", "a");
    assertThat(said(lineOnly)).isEmpty();
    assertThat(lineOnly.withheld).containsExactly("content_incomplete");
  }

  @Test
  void aConditionThatCanNotBeReadIsFalseAndCounted() {
    CustomerStory story = story(AIMED).at(1, "profile_updated", "p", "tier", "gold");
    assertThat(said(story.at(2, "cart", "a"))).contains("line: all");
    assertThat(story.unread).contains("actions.rescue.content.when kind");
  }

  @Test
  void theVariantIsNamedInTheRecommendationAndItsReasons() {
    CustomerStory story = story(VARIED).at(1, "cart", "a");
    String variant = reasons(story).variant().orElseThrow();
    assertThat(said(story)).contains("line: " + Map.of("a", "first", "b", "second").get(variant));
    assertThat(reasons(story).explanation().values()).containsEntry("variant", variant);
    CustomerStory dear = story(VARIED).at(0, "profile_updated", "p", "tier", 3.0);
    assertThat(said(dear.at(1, "cart", "a"))).contains("line: dear");
    assertThat(reasons(dear).variant()).isEmpty();
  }

  private static String variant(String rules, int customer) {
    CustomerStory story = new CustomerStory(rules);
    story.inForce = new InForce(story.inForce.succession(), "c" + customer, List.of());
    return story.at(1, "cart", "a").recommendations.stream()
        .findFirst()
        .flatMap(it -> reasons(story).variant())
        .orElse("");
  }

  @Test
  void sharesOfTheCustomersGetVariantsWhateverPartARolloutTakes() {
    String rules = RULES + VARIED.indent(2);
    String half = rules.replace("expires", "rollout: 50%\n    expires");
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Integer> reached = new TreeMap<>();
    for (int customer = 0; customer < 1_000; customer++) {
      all.merge(variant(rules, customer), 1, Integer::sum);
      reached.merge(variant(half, customer), 1, Integer::sum);
    }
    assertThat(all.keySet()).containsExactly("a", "b");
    assertThat(all.get("a")).isBetween(255, 345); // 300 ± three standard deviations
    assertThat(reached.keySet()).containsExactly("", "a", "b");
    assertThat(reached.get("a")).isBetween(110, 190); // 150 ± three and a half
  }

  @Test
  void eachCustomerKeepsTheVariantAndEachActionDrawsAnew() {
    String rules = RULES + VARIED.indent(2);
    String grown = rules.replace("0.3", "0.4").replace("0.7", "0.6");
    List<String> before = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    for (int customer = 0; customer < 200; customer++) {
      String variant = variant(rules, customer);
      pairs.add(variant + variant(rules.replace("rescue", "other"), customer));
      if (variant.equals("a")) {
        before.add(variant(grown, customer));
      }
    }
    assertThat(before).hasSizeGreaterThan(20).containsOnly("a");
    assertThat(pairs).containsExactlyInAnyOrder("aa", "ab", "ba", "bb");
  }

  @Test
  void whatWaitsKeepsTheWordsDecidedOn() {
    String waiting = RULES.replace("expires", "after: 2h\n    expires");
    CustomerStory story = new CustomerStory(waiting + VARIED.indent(2)).at(1, "cart", "a");
    assertThat(story.recommendations).isEmpty();
    story.at(5, "profile_updated", "p", "tier", 3.0).ends();
    assertThat(reasons(story).variant()).isPresent();
    assertThat(said(story)).hasValueSatisfying(words -> assertThat(words).doesNotContain("dear"));
  }
}
