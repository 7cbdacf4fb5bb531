package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen, and on which channel, or why not. The story starts at 10:00 UTC, a Saturday. */
final class PolicyTest {
  private static final String TWO =
      """
      actions:
        help:   { kind: serve, answers: [stuck, cart_left], channels: [web], expires: 1h, content: { web: { en: a } } }
        rescue: { kind: sell, answers: [cart_left], channels: [web], expires: 1h, value: '5.0', content: { web: { en: a } } }
      """;

  private static List<Candidate> candidates(CustomerStory story) {
    return story.recommendations.get(0).reasoning().orElseThrow().explanation().candidates();
  }

  // ---- which ----

  @Test
  void theHigherScoreWinsAndTheOtherSaysWhatItLacks() {
    CustomerStory story = story(TWO).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("rescue/web@0");
    Candidate loser = candidates(story).get(1);
    assertThat(loser.reason()).isEqualTo("outscored");
    assertThat(loser.flip()).contains(new Flip("weight", 1, 5.000005));
  }

  @Test
  void noScoreBeatsAnEarlierTier() {
    CustomerStory story = story(TWO, policy("tiers: [serve, sell]")).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("help/web@0");
    assertThat(candidates(story).get(1).reason()).isEqualTo("lower_tier");
    assertThat(candidates(story).get(1).flip()).isEmpty();
  }

  @Test
  void whatIsNotWorthItsCostIsNotDone() {
    CustomerStory story =
        story(RESCUE.replace("expires", "value: '0.1 * cart.properties.v', cost: 15, expires"))
            .at(0, "cart", "a", "v", 150.0)
            .at(DAY, "cart", "b", "v", 151.0);
    assertThat(standing(story)).containsExactly("rescue/line@" + DAY);
    assertThat(story.withheld).containsExactly("outscored");
  }

  @Test
  void aConditionThatFailsByOneNumberSaysWhichWouldDo() {
    CustomerStory story =
        story(TWO.replace("value: '5.0'", "value: '5.0', when: 'signals.spent >= 100'"))
            .at(-HOUR, "order", "o", "total", 60.0)
            .at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("help/web@0");
    Candidate loser = candidates(story).get(1);
    assertThat(loser.reason()).isEqualTo("not_eligible");
    assertThat(loser.flip()).contains(new Flip("signals.spent", 60, 100));
    assertThat(story.recommendations.get(0).reasoning().orElseThrow().explanation().values())
        .containsEntry("signals.spent", "60");
  }

  @Test
  void circumstancesMakeOneFitBetter() {
    String evening = "context: [ { when: 'local.hour >= 18.0', times: 10 } ], ";
    String book = TWO.replace("help:   { ", "help:   { " + evening);
    assertThat(standing(story(book).at(0, "cart", "a"))).containsExactly("rescue/web@0");
    assertThat(standing(story(book).at(8 * HOUR, "cart", "a")))
        .containsExactly("help/web@" + 8 * HOUR);
  }

  // ---- whom, where ----

  @Test
  void advertisingGoesOnlyWhereItIsAllowed() {
    String consent = policy("consent: { ad: [line] }");
    CustomerStory story =
        story(RESCUE, consent)
            .at(0, "cart", "a")
            .at(
                1 * HOUR,
                "consent_changed",
                "b",
                "channel",
                "line",
                "purpose",
                "ad",
                "granted",
                true)
            .at(2 * HOUR, "cart", "c")
            .at(
                3 * HOUR,
                "consent_changed",
                "d",
                "channel",
                "line",
                "purpose",
                "ad",
                "granted",
                false)
            .at(4 * HOUR, "cart", "e");
    assertThat(standing(story))
        .containsExactly("rescue/web@0", "rescue/line@" + 2 * HOUR, "rescue/web@" + 4 * HOUR);
  }

  @Test
  void whoUnfollowsHasWithdrawn() {
    CustomerStory story =
        story(RESCUE.replace(", web]", "]"), policy("consent: { ad: [line] }"))
            .at(0, "consent_changed", "a", "channel", "line", "purpose", "ad", "granted", true)
            .at(1, "cart", "b");
    String id = story.recommendations.get(0).id();
    Touchpoint unfollowed =
        CustomerStory.touchpoint(
            "c",
            "recommendation_outcome",
            CustomerStory.START + 2_000,
            "recommendation",
            id,
            "outcome",
            "unfollowed");
    story
        .arrives(unfollowed.with(Setting.NONE, unfollowed.properties())) // it was on LINE
        .at(DAY, "cart", "d");
    assertThat(standing(story)).containsExactly("rescue/line@1");
    assertThat(story.withheld).containsExactly("no_consent");
  }

  @Test
  void aWithdrawalThatArrivesLateTakesBackWhatWasSent() {
    CustomerStory story =
        story(RESCUE.replace(", web]", "]"), policy("consent: { ad: [line] }"))
            .at(0, "consent_changed", "a", "channel", "line", "purpose", "ad", "granted", true)
            .at(10, "cart", "b")
            .at(5, "consent_changed", "c", "channel", "line", "purpose", "ad", "granted", false);
    assertThat(standing(story)).isEmpty();
  }

  @Test
  void whatWasDeclinedIsNotOfferedAgainForAWhile() {
    String guard =
        policy(
            "guards: [ { suppress: [sell], after: { outcome: declined, same: action }, for: 90d } ]");
    CustomerStory story = story(RESCUE, guard).at(0, "cart", "a");
    String id = story.recommendations.get(0).id();
    story
        .at(1, "recommendation_outcome", "b", "recommendation", id, "outcome", "declined")
        .proven(80 * DAY) // by then the answer has left the history
        .at(80 * DAY, "error", "x")
        .at(1 + 90 * DAY - 1, "cart", "c")
        .at(1 + 90 * DAY, "cart", "d");
    assertThat(standing(story)).containsExactly("rescue/line@0", "rescue/line@" + (1 + 90 * DAY));
    assertThat(story.withheld).containsExactly("declined_before");
  }

  // ---- how often ----

  @Test
  void noSpanHoldsMoreThanACapAllows() {
    CustomerStory story =
        story(RESCUE, policy("caps: [ { action: rescue, limit: 2, per: 1d } ]"))
            .at(0, "cart", "a")
            .at(HOUR, "cart", "b")
            .at(DAY - 1, "cart", "c")
            .at(DAY, "cart", "d");
    assertThat(standing(story))
        .containsExactly("rescue/line@0", "rescue/line@" + HOUR, "rescue/line@" + DAY);
    assertThat(story.withheld).containsExactly("capped");
  }

  @Test
  void whatFailedDoesNotCount() {
    CustomerStory story =
        story(RESCUE, policy("caps: [ { action: rescue, limit: 1, per: 7d } ]")).at(0, "cart", "a");
    String id = story.recommendations.get(0).id();
    story
        .at(1, "recommendation_outcome", "b", "recommendation", id, "outcome", "failed")
        .at(2, "cart", "c");
    assertThat(story.recommendations).hasSize(2);
  }

  @Test
  void aChannelThatIsFullLeavesTheNext() {
    CustomerStory story =
        story(RESCUE, policy("caps: [ { channel: line, limit: 1, per: day } ]"))
            .at(0, "cart", "a")
            .at(HOUR, "cart", "b")
            .at(14 * HOUR, "cart", "c");
    assertThat(standing(story))
        .containsExactly("rescue/line@0", "rescue/web@" + HOUR, "rescue/line@" + 14 * HOUR);
  }

  private static final String MAIL_AND_TASK =
      """
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [line], expires: 1h, content: { line: { en: a } } }
        call: { kind: serve, to: agent, answers: [stuck], channels: [call], expires: 1h, content: { call: { en: a } } }
      """;

  @Test
  void aCapCountsMessagesToTheCustomerAndNoTasks() {
    CustomerStory story =
        story(MAIL_AND_TASK, policy("caps: [ { limit: 1, per: 1d } ]"))
            .at(0, "error", "a")
            .at(HOUR, "cart", "b")
            .at(2 * HOUR, "cart", "c")
            .at(3 * HOUR, "error", "d");
    assertThat(standing(story))
        .containsExactly("call/call@0", "rescue/line@" + HOUR, "call/call@" + 3 * HOUR);
    assertThat(story.withheld).containsExactly("capped");
  }

  @Test
  void aCapToStaffCountsTasksAndNoMessages() {
    CustomerStory story =
        story(MAIL_AND_TASK, policy("caps: [ { limit: 1, per: 1d, to: staff } ]"))
            .at(0, "error", "a")
            .at(HOUR, "cart", "b")
            .at(2 * HOUR, "cart", "c")
            .at(3 * HOUR, "error", "d");
    assertThat(standing(story))
        .containsExactly("call/call@0", "rescue/line@" + HOUR, "rescue/line@" + 2 * HOUR);
    assertThat(story.withheld).containsExactly("capped");
  }

  // ---- who gets it ----

  @Test
  void staffGetTasksWithWhatTheyShouldKnow() {
    String task =
        """
        actions:
          call_back: { kind: serve, to: supervisor, answers: [stuck], channels: [call], expires: 1h, briefing: true, content: { call: { en: a } } }
        """;
    CustomerStory story = story(task).at(-5, "page_viewed", "v").at(0, "error", "a");
    Recommendation given = story.recommendations.get(0);
    assertThat(given.plan().recipient()).isEqualTo("supervisor");
    assertThat(given.reasoning().orElseThrow().briefing().orElseThrow().touchpoints())
        .extracting(touched -> touched.type())
        .containsExactly("error", "page_viewed");
  }
}
