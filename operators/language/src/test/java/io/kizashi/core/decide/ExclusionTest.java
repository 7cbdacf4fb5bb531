package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MOMENTS;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is on a list that gets nothing. The stories' customer is c-1. */
final class ExclusionTest {
  private static final String LISTED = "lists: { never: [ c-9, c-1 ], others: [ c-2 ] }\n";
  private static final String SPARED = policy("exclude: [others, never]");
  private static final String LATER = RESCUE.replace("expires", "after: 1h, expires");

  @Test
  void whoIsOnAListGetsNothingAndTheListIsNamed() {
    CustomerStory story = story(RESCUE, LISTED, SPARED).at(0, "cart", "a").ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("excluded");
    assertThat(story.lastWithheld.orElseThrow().explanation().candidates())
        .extracting(Candidate::reason, Candidate::detail)
        .containsExactly(tuple("excluded", "never"));
  }

  @Test
  void aListThatIsNotExcludedKeepsNothingBack() {
    CustomerStory story = story(RESCUE, LISTED, policy("exclude: [others]")).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("rescue/line@0");
  }

  @Test
  void staffStillGetTheirTasks() {
    String task =
        RESCUE
            + "  look: { kind: serve, to: agent, answers: [cart_left], channels: [task], expires:"
            + " 1h, content: { task: { en: a } } }\n";
    CustomerStory story = story(task, LISTED, SPARED).at(0, "cart", "a").ends();
    assertThat(standing(story)).containsExactly("look/task@0");
  }

  @Test
  void aGuestIsNoCustomerOfThatName() {
    Touchpoint cart = CustomerStory.touchpoint("a", "cart", CustomerStory.START);
    Touchpoint guests =
        new Touchpoint(
            cart.id(),
            cart.type(),
            cart.time(),
            CustomerKey.guest("c-1"),
            cart.actor(),
            cart.setting(),
            cart.emotion(),
            cart.text(),
            cart.properties(),
            cart.arrival());
    assertThat(standing(story(RESCUE, LISTED, SPARED).arrives(guests)))
        .containsExactly("rescue/line@0");
  }

  @Test
  void whatIsHeldIsWithdrawnByRulesThatExcludeTheCustomerMeanwhile() {
    CustomerStory story = story(LATER).at(0, "cart", "a");
    Rules sparing = CustomerStory.compile(MOMENTS + LATER + LISTED + SPARED, 2);
    story.inForce =
        new InForce(
            story.inForce.succession().then(sparing, CustomerStory.START + 1), "c/c-1", List.of());
    story.ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("excluded");
  }

  @Test
  void whatHasLeftStaysWhateverListsSayLater() {
    CustomerStory story = story(RESCUE).at(0, "cart", "a");
    Rules sparing = CustomerStory.compile(MOMENTS + RESCUE + LISTED + SPARED, 2);
    story.inForce =
        new InForce(
            story.inForce.succession().then(sparing, CustomerStory.START + 1), "c/c-1", List.of());
    story.at(HOUR, "order", "o", "total", 1.0).at(DAY, "cart", "b").ends();
    assertThat(standing(story)).containsExactly("rescue/line@0");
    assertThat(story.withheld).containsExactly("excluded");
  }
}
