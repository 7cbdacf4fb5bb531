package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MOMENTS;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For whom nothing is on trial. The stories' customer is c-1. */
final class TestRecipientsTest {
  private static final String LISTED = "lists: { staff: [ c-9, c-1 ], others: [ c-2 ] }\n";
  private static final String TESTED = LISTED + policy("test-recipients: staff");
  private static final String UNTESTED = LISTED + policy("test-recipients: others");

  private static final String SHADOW_RULE =
      MOMENTS.replace("open-for: 1m }\n  stuck", "open-for: 1m, shadow: true }\n  stuck");
  private static final String SMALL_RULE =
      MOMENTS.replace("open-for: 1m }\n  stuck", "open-for: 1m, rollout: 1% }\n  stuck");
  private static final String SHADOW_ACTION = RESCUE.replace("expires", "shadow: true, expires");
  private static final String SMALL_ACTION = RESCUE.replace("expires", "rollout: 1%, expires");

  /** Told to the engine as the shell does, by the customer's key. */
  private static CustomerStory story(String... parts) {
    Rules rules = CustomerStory.compile(String.join("", parts));
    CustomerStory story = new CustomerStory(rules);
    story.inForce = new InForce(Succession.of(rules), "c/c-1", List.of());
    return story;
  }

  @Test
  void aRuleInShadowIsInEarnestForThem() {
    CustomerStory theirs = story(SHADOW_RULE, RESCUE, TESTED).at(0, "cart", "a");
    assertThat(standing(theirs)).containsExactly("rescue/line@0");
    assertThat(theirs.moments).hasSize(1);
    assertThat(theirs.shadowMoments).isEmpty();
    CustomerStory others = story(SHADOW_RULE, RESCUE, UNTESTED).at(0, "cart", "a");
    assertThat(others.recommendations).isEmpty();
    assertThat(others.shadowMoments).hasSize(1);
    assertThat(others.shadowRecommendations).hasSize(1);
  }

  @Test
  void anActionInShadowIsInEarnestForThem() {
    CustomerStory theirs = story(MOMENTS, SHADOW_ACTION, TESTED).at(0, "cart", "a");
    assertThat(standing(theirs)).containsExactly("rescue/line@0");
    assertThat(theirs.shadowRecommendations).isEmpty();
    CustomerStory others = story(MOMENTS, SHADOW_ACTION, UNTESTED).at(0, "cart", "a");
    assertThat(others.recommendations).isEmpty();
    assertThat(others.shadowRecommendations).hasSize(1);
  }

  @Test
  void everyRolloutTakesThem() {
    assertThat(standing(story(SMALL_RULE, SMALL_ACTION, TESTED).at(0, "cart", "a")))
        .containsExactly("rescue/line@0");
    assertThat(story(SMALL_RULE, RESCUE, UNTESTED).at(0, "cart", "a").moments).isEmpty();
    assertThat(story(MOMENTS, SMALL_ACTION, UNTESTED).at(0, "cart", "a").withheld)
        .containsExactly("not_in_rollout");
  }

  @Test
  void allElseHoldsForThemToo() {
    CustomerStory excluded =
        story(SHADOW_RULE, RESCUE, TESTED, "  exclude: [staff]\n").at(0, "cart", "a").ends();
    assertThat(excluded.withheld).containsExactly("excluded");
    CustomerStory silent =
        story(SHADOW_RULE, RESCUE, TESTED, "  consent: { ad: [line, web] }\n").at(0, "cart", "a");
    assertThat(silent.withheld).containsExactly("no_consent");
  }

  @Test
  void whoComesToTestARuleHearsNothingOfWhatWasBefore() {
    for (String rule : List.of(SMALL_RULE, SHADOW_RULE)) {
      String open = rule.replace("open-for: 1m, ", "open-for: 1d, ");
      CustomerStory story = story(open, RESCUE, UNTESTED).at(0, "cart", "a");
      Rules tested = CustomerStory.compile(open + RESCUE + TESTED, 2);
      long since = CustomerStory.START + HOUR * 1_000L;
      story.inForce =
          new InForce(story.inForce.succession().then(tested, since), "c/c-1", List.of());
      story.proven(HOUR + 20).at(2 * HOUR, "error", "e");
      assertThat(story.recommendations).isEmpty();
      story.at(3 * HOUR, "cart", "b").ends();
      assertThat(standing(story)).containsExactly("rescue/line@" + 3 * HOUR);
    }
  }

  @Test
  void rulesThatAreOnTrialForNobodyStayTheSameWhoeverTests() {
    Rules tested = CustomerStory.compile(SMALL_RULE + RESCUE + TESTED);
    Rules untested = CustomerStory.compile(SMALL_RULE + RESCUE + UNTESTED);
    assertThat(tested.moment("stuck").orElseThrow().definition())
        .isEqualTo(untested.moment("stuck").orElseThrow().definition());
    assertThat(tested.moment("cart_left").orElseThrow().definition())
        .isNotEqualTo(untested.moment("cart_left").orElseThrow().definition());
  }
}
