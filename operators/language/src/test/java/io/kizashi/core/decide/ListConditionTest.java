package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MOMENTS;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.rules.MomentRule;
import io.kizashi.core.rules.Rules;
import io.kizashi.schema.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of lists in conditions. The stories' customer is c-1. */
final class ListConditionTest {
  private static final String LISTED = "lists: { staff: [ c-9, c-1 ], others: [ c-2 ] }\n";

  private static CustomerStory asking(String when) {
    return story(RESCUE.replace("expires", "when: '" + when + "', expires"), LISTED);
  }

  @Test
  void anActionMayAskWhetherTheCustomerIsOnAList() {
    assertThat(standing(asking("lists.staff").at(0, "cart", "a"))).hasSize(1);
    assertThat(standing(asking("!lists.others").at(0, "cart", "a"))).hasSize(1);
    CustomerStory other = asking("lists.others").at(0, "cart", "a").ends();
    assertThat(other.withheld).containsExactly("not_eligible");
    assertThat(other.lastWithheld.orElseThrow().explanation().values())
        .containsEntry("lists.others", "false");
  }

  @Test
  void guardsAndSegmentsAskTheSame() {
    String guard = policy("guards: [ { suppress: [sell], when: 'segments.insider' } ]");
    String segments = "segments: { insider: 'lists.staff && !lists.others' }\n";
    CustomerStory story = story(RESCUE, LISTED, segments, guard).at(0, "cart", "a").ends();
    assertThat(story.withheld).containsExactly("upset");
  }

  @Test
  void aRuleThatAsksForAListWhoseMembersChangeIsAnotherRule() {
    String asks =
        MOMENTS.replace("open-for: 1m }\n  stuck", "open-for: 1m, when: 'lists.staff' }\n  stuck");
    Rules before = CustomerStory.compile(asks + RESCUE + LISTED);
    Rules after = CustomerStory.compile(asks + RESCUE + LISTED.replace("c-9, c-1", "c-9"), 2);
    Rules same = CustomerStory.compile(asks + RESCUE + LISTED.replace("c-9, c-1", "c-1, c-9"), 3);
    assertThat(whole(after, "cart_left")).isNotEqualTo(whole(before, "cart_left"));
    assertThat(whole(same, "cart_left")).isEqualTo(whole(before, "cart_left"));
    assertThat(whole(after, "stuck")).isEqualTo(whole(before, "stuck"));
    CustomerStory story = new CustomerStory(before).at(0, "cart", "a");
    story.inForce =
        new InForce(
            story.inForce.succession().then(after, CustomerStory.START + HOUR * 1_000L),
            "c/c-1",
            List.of());
    story.at(2 * HOUR, "cart", "b").ends();
    assertThat(story.moments).extracting(Moment::detectedAt).containsExactly(CustomerStory.START);
  }

  private static String whole(Rules rules, String rule) {
    return rules.moment(rule).map(MomentRule::definition).orElseThrow().whole();
  }

  @Test
  void whoIsKnownByDecisionsAloneIsStillKnown() {
    String held = RESCUE.replace("expires", "after: 20d, when: 'lists.staff', expires");
    CustomerStory story =
        story("history: { touchpoints: 200, for: 1h }\n", held, LISTED).at(0, "cart", "a");
    story.proven(19 * DAY);
    assertThat(story.state.history().touchpoints()).hasSizeLessThanOrEqualTo(1);
    story.ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + 20 * DAY);
  }
}
