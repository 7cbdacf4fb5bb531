package io.kizashi.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is chosen, on which channel, when, or why not. The story starts at 10:00 UTC, a Saturday.
 */
final class PolicyTest {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private static final String MOMENTS =
      """
      rulebook: r
      disorder: 10s
      signals:
        spent: { sum: 'event.properties.total', where: 'event.type == "order"', within: 30d }
      moments:
        cart_left: { kind: drop_off, pattern: [ { event: cart, as: cart } ], open-for: 1m }
        stuck:     { kind: moment_of_truth, pattern: [ { event: error } ], open-for: 1m }
      """;

  private static final String RESCUE =
      """
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [line, web], expires: 12h, content: { line: { en: a }, web: { en: b } } }
      """;

  private static final String TWO =
      """
      actions:
        help:   { kind: serve, answers: [stuck, cart_left], channels: [web], expires: 1h, content: { web: { en: a } } }
        rescue: { kind: sell, answers: [cart_left], channels: [web], expires: 1h, value: '5.0', content: { web: { en: a } } }
      """;

  private static Story story(String... parts) {
    return new Story(MOMENTS + String.join("", parts));
  }

  private static String policy(String line) {
    return "policies:\n  " + line + "\n";
  }

  /** Standing recommendations as {@code action/channel@sendAt}, in seconds. */
  private static List<String> standing(Story story) {
    Map<String, Recommendation> standing = new LinkedHashMap<>();
    for (Recommendation said : story.recommendations) {
      if (said.status() == Status.ISSUED) {
        standing.put(said.id(), said);
      } else {
        standing.remove(said.id());
      }
    }
    return standing.values().stream()
        .map(r -> r.plan().action() + "/" + r.plan().channel() + "@" + sendAt(r))
        .toList();
  }

  private static long sendAt(Recommendation recommendation) {
    return (recommendation.plan().sendAt() - Story.START) / 1_000;
  }

  private static List<Candidate> candidates(Story story) {
    return story.recommendations.get(0).reasoning().orElseThrow().explanation().candidates();
  }

  // ---- which ----

  @Test
  void theHigherScoreWinsAndTheOtherSaysWhatItLacks() {
    Story story = story(TWO).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("rescue/web@0");
    Candidate loser = candidates(story).get(1);
    assertThat(loser.reason()).isEqualTo("outscored");
    assertThat(loser.flip()).contains(new Flip("weight", 1, 5.000005));
  }

  @Test
  void noScoreBeatsAnEarlierTier() {
    Story story = story(TWO, policy("tiers: [serve, sell]")).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("help/web@0");
    assertThat(candidates(story).get(1).reason()).isEqualTo("lower_tier");
    assertThat(candidates(story).get(1).flip()).isEmpty();
  }

  @Test
  void whatIsNotWorthItsCostIsNotDone() {
    Story story =
        story(RESCUE.replace("expires", "value: '0.1 * cart.properties.v', cost: 15, expires"))
            .at(0, "cart", "a", "v", 150.0)
            .at(DAY, "cart", "b", "v", 151.0);
    assertThat(standing(story)).containsExactly("rescue/line@" + DAY);
    assertThat(story.withheld).containsExactly("outscored");
  }

  @Test
  void aConditionThatFailsByOneNumberSaysWhichWouldDo() {
    Story story =
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
    Story story =
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
    Story story =
        story(RESCUE.replace(", web]", "]"), policy("consent: { ad: [line] }"))
            .at(0, "consent_changed", "a", "channel", "line", "purpose", "ad", "granted", true)
            .at(1, "cart", "b");
    String id = story.recommendations.get(0).id();
    Touchpoint unfollowed =
        Story.touchpoint(
            "c",
            "recommendation_outcome",
            Story.START + 2_000,
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
    Story story =
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
    Story story = story(RESCUE, guard).at(0, "cart", "a");
    String id = story.recommendations.get(0).id();
    story
        .at(1, "recommendation_outcome", "b", "recommendation", id, "outcome", "declined")
        .at(1 + 90 * DAY - 1, "cart", "c")
        .at(1 + 90 * DAY, "cart", "d");
    assertThat(standing(story)).containsExactly("rescue/line@0", "rescue/line@" + (1 + 90 * DAY));
    assertThat(story.withheld).containsExactly("declined_before");
  }

  // ---- how often ----

  @Test
  void noSpanHoldsMoreThanACapAllows() {
    Story story =
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
    Story story =
        story(RESCUE, policy("caps: [ { action: rescue, limit: 1, per: 7d } ]")).at(0, "cart", "a");
    String id = story.recommendations.get(0).id();
    story
        .at(1, "recommendation_outcome", "b", "recommendation", id, "outcome", "failed")
        .at(2, "cart", "c");
    assertThat(story.recommendations).hasSize(2);
  }

  @Test
  void aChannelThatIsFullLeavesTheNext() {
    Story story =
        story(RESCUE, policy("caps: [ { channel: line, limit: 1, per: day } ]"))
            .at(0, "cart", "a")
            .at(HOUR, "cart", "b")
            .at(14 * HOUR, "cart", "c");
    assertThat(standing(story))
        .containsExactly("rescue/line@0", "rescue/web@" + HOUR, "rescue/line@" + 14 * HOUR);
  }

  // ---- when ----

  private static final String NIGHT =
      policy("quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }");

  private static final String LINE = RESCUE.replace(", web]", "]").replace(", web: { en: b }", "");

  private static final int TEN = 12 * HOUR;
  private static final int EIGHT = 22 * HOUR;

  @Test
  void whatFallsIntoTheNightIsSentInTheMorning() {
    Story story = story(LINE, NIGHT).at(TEN, "cart", "a").proven(EIGHT + 9);
    assertThat(standing(story)).isEmpty();
    story.proven(EIGHT + 10);
    assertThat(standing(story)).containsExactly("rescue/line@" + EIGHT);
    assertThat(story.recommendations.get(0).decidedAt()).isEqualTo(Story.START + TEN * 1_000L);
    story.ends();
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void whatIsNoLongerAllowedInTheMorningIsNeverSent() {
    Story story =
        story(LINE, NIGHT + "  consent: { ad: [line] }\n")
            .at(0, "consent_changed", "a", "channel", "line", "purpose", "ad", "granted", true)
            .at(TEN, "cart", "b")
            .at(
                EIGHT - 1,
                "consent_changed",
                "c",
                "channel",
                "line",
                "purpose",
                "ad",
                "granted",
                false)
            .ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("no_consent");
  }

  @Test
  void whatIsHeldCountsUntilItIsWithdrawn() {
    String bought = "when: '!has(customer.owns)', ";
    Story story =
        story(
                LINE.replace("expires", bought + "expires"),
                NIGHT + "  caps: [ { channel: line, limit: 1, per: 7d } ]\n")
            .at(TEN, "cart", "a")
            .at(TEN + HOUR, "cart", "b")
            .at(TEN + 2 * HOUR, "profile_updated", "c", "owns", "it")
            .proven(EIGHT + 10)
            .at(2 * DAY, "profile_updated", "d", "owns", "it");
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("capped", "not_eligible");
  }

  @Test
  void theFreeChannelGoesBeforeTheOneThatSleeps() {
    Story story = story(RESCUE, NIGHT).at(TEN, "cart", "a");
    assertThat(standing(story)).containsExactly("rescue/web@" + TEN);
  }

  @Test
  void theNightIsWhereTheCustomerLives() {
    Story story =
        story(LINE, NIGHT)
            .at(0, "profile_updated", "p", "timezone", "Asia/Tokyo")
            .at(3 * HOUR, "cart", "a") // 22:00 there
            .ends();
    // 23:00 UTC is eight in the morning.
    assertThat(standing(story)).containsExactly("rescue/line@" + 13 * HOUR);
  }

  @Test
  void anHourThatTheClocksSkipEndsTheNightWhenTheyGoOn() {
    String night = NIGHT.replace("08:00", "02:30");
    long skipped = Rfc3339.parse("2025-03-30T01:00:00Z").orElseThrow();
    Story story =
        story(LINE, night)
            .at(0, "profile_updated", "p", "timezone", "Europe/Berlin")
            .arrives(Story.touchpoint("a", "cart", skipped - HOUR * 1_000))
            .ends();
    // 02:30 does not come on that day: after 01:59 comes 03:00, and that is no night any more.
    assertThat(story.recommendations.get(0).plan().sendAt()).isEqualTo(skipped);
  }

  @Test
  void whatIsDroppedAtNightIsWithheld() {
    Story story = story(LINE, NIGHT.replace("hold", "drop")).at(TEN, "cart", "a").ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("quiet_hours");
  }

  @Test
  void whatHasTimeIsLookedAtAgain() {
    String later = LINE.replace("expires", "after: 2h, when: 'signals.spent < 100', expires");
    Story sent = story(later).at(-1, "order", "o", "total", 1.0).at(0, "cart", "a").ends();
    assertThat(standing(sent)).containsExactly("rescue/line@" + 2 * HOUR);
    Story bought =
        story(later)
            .at(-1, "order", "o", "total", 1.0)
            .at(0, "cart", "a")
            .at(HOUR, "order", "b", "total", 500.0)
            .ends();
    assertThat(bought.recommendations).isEmpty();
    assertThat(bought.withheld).containsExactly("not_eligible");
  }

  @Test
  void aMessageWaitsForAnHourInWhichTheCustomerAnswers() {
    String responsive = LINE.replace("expires", "hours: responsive, expires");
    Story story = story(responsive);
    answer(story, 3 * HOUR, "a");
    assertThat(standing(story.at(DAY, "cart", "once").proven(DAY)))
        .as("one answer may be chance")
        .containsExactly("rescue/line@" + DAY);
    answer(story, DAY + 3 * HOUR + 59 * MINUTE, "b");
    story.at(2 * DAY, "cart", "twice").at(2 * DAY + 3 * HOUR, "cart", "then").ends();
    assertThat(standing(story))
        .containsExactly(
            "rescue/line@" + DAY,
            "rescue/line@" + (2 * DAY + 3 * HOUR),
            "rescue/line@" + (2 * DAY + 3 * HOUR));
  }

  /** A message on LINE is opened, of which only this is known. */
  private static void answer(Story story, long seconds, String id) {
    Touchpoint opened =
        Story.touchpoint(
            id,
            "recommendation_outcome",
            Story.START + seconds * 1_000,
            "recommendation",
            id,
            "outcome",
            "opened");
    story.arrives(opened.with(Setting.on("line"), opened.properties()));
  }

  @Test
  void whatWaitsOutlivesHundredsOfLaterDecisions() {
    String later =
        LINE
            + """
              help: { kind: serve, answers: [stuck], channels: [web], expires: 1h, content: { web: { en: a } } }
            """;
    Story story =
        story(later.replace("expires: 12h", "after: 1d, expires: 12h")).at(0, "cart", "a");
    for (long second = MINUTE; second <= 300 * MINUTE; second += MINUTE) {
      story.at(second, "error", "e" + second).proven(second);
    }
    story.ends();
    assertThat(standing(story)).contains("rescue/line@" + DAY);
  }

  // ---- who gets it ----

  @Test
  void staffGetTasksWithWhatTheyShouldKnow() {
    String task =
        """
        actions:
          call_back: { kind: serve, to: supervisor, answers: [stuck], channels: [call], expires: 1h, briefing: true, content: { call: { en: a } } }
        """;
    Story story = story(task).at(-5, "page_viewed", "v").at(0, "error", "a");
    Recommendation given = story.recommendations.get(0);
    assertThat(given.plan().recipient()).isEqualTo("supervisor");
    assertThat(given.reasoning().orElseThrow().briefing().orElseThrow().touchpoints())
        .extracting(touched -> touched.type())
        .containsExactly("error", "page_viewed");
  }
}
