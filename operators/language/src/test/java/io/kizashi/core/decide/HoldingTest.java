package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MINUTE;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import org.junit.jupiter.api.Test;

/**
 * When what was chosen is sent, and whether it still is. The story starts at 10:00 UTC, a Saturday.
 */
final class HoldingTest {
  private static final String NIGHT =
      policy("quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }");

  private static final String LINE = RESCUE.replace(", web]", "]").replace(", web: { en: b }", "");

  private static final int TEN = 12 * HOUR;
  private static final int EIGHT = 22 * HOUR;

  @Test
  void whatFallsIntoTheNightIsSentInTheMorning() {
    CustomerStory story = story(LINE, NIGHT).at(TEN, "cart", "a").proven(EIGHT + 9);
    assertThat(standing(story)).isEmpty();
    story.proven(EIGHT + 10);
    assertThat(standing(story)).containsExactly("rescue/line@" + EIGHT);
    assertThat(story.recommendations.get(0).decidedAt())
        .isEqualTo(CustomerStory.START + TEN * 1_000L);
    story.ends();
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void whatIsNoLongerAllowedInTheMorningIsNeverSent() {
    CustomerStory story =
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
    CustomerStory story =
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
    CustomerStory story = story(RESCUE, NIGHT).at(TEN, "cart", "a");
    assertThat(standing(story)).containsExactly("rescue/web@" + TEN);
  }

  @Test
  void theNightIsWhereTheCustomerLives() {
    CustomerStory story =
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
    CustomerStory story =
        story(LINE, night)
            .at(0, "profile_updated", "p", "timezone", "Europe/Berlin")
            .arrives(CustomerStory.touchpoint("a", "cart", skipped - HOUR * 1_000))
            .ends();
    // 02:30 does not come on that day: after 01:59 comes 03:00, and that is no night any more.
    assertThat(story.recommendations.get(0).plan().sendAt()).isEqualTo(skipped);
  }

  private static String several(String... entries) {
    return "calendar: { holidays: [2025-03-03] }\n"
        + LINE.replace("12h", "3d")
        + policy("quiet-hours: [ " + String.join(", ", entries) + " ]");
  }

  private static final String NIGHTS =
      "{ from: '21:00', to: '08:00', channels: [line], then: hold }";

  @Test
  void whatFallsIntoSeveralIsSentWhenNoneOfThemIsLeft() {
    // From Saturday night through Sunday and a Monday that is a holiday to Tuesday's morning.
    CustomerStory story =
        story(several("{ days: [sun, holidays], channels: [line], then: hold }", NIGHTS))
            .at(TEN, "cart", "a")
            .ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + (EIGHT + 2 * DAY));
  }

  @Test
  void hoursBelongToTheDayOnWhichTheyBegin() {
    String saturday = NIGHTS.replace("{ from", "{ days: [sat], from");
    String sunday = NIGHTS.replace("{ from", "{ days: [sun], from");
    assertThat(standing(story(several(saturday)).at(TEN + 4 * HOUR, "cart", "a").ends()))
        .containsExactly("rescue/line@" + EIGHT);
    assertThat(standing(story(several(sunday)).at(TEN + 4 * HOUR, "cart", "a").ends()))
        .containsExactly("rescue/line@" + (TEN + 4 * HOUR));
  }

  @Test
  void whatFallsIntoOneThatDropsIsDroppedThoughAnotherHolds() {
    String drops = "{ days: [sat], channels: [line], then: drop }";
    CustomerStory story = story(several(NIGHTS, drops)).at(TEN, "cart", "a").ends();
    assertThat(story.withheld).containsExactly("quiet_hours");
    CustomerStory later = story(several(NIGHTS, drops)).at(TEN + 3 * HOUR, "cart", "a").ends();
    assertThat(standing(later)).containsExactly("rescue/line@" + EIGHT);
  }

  @Test
  void whatIsDroppedAtNightIsWithheld() {
    CustomerStory story = story(LINE, NIGHT.replace("hold", "drop")).at(TEN, "cart", "a").ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("quiet_hours");
  }

  @Test
  void whatHasTimeIsLookedAtAgain() {
    String later = LINE.replace("expires", "after: 2h, when: 'signals.spent < 100', expires");
    CustomerStory sent = story(later).at(-1, "order", "o", "total", 1.0).at(0, "cart", "a").ends();
    assertThat(standing(sent)).containsExactly("rescue/line@" + 2 * HOUR);
    CustomerStory bought =
        story(later)
            .at(-1, "order", "o", "total", 1.0)
            .at(0, "cart", "a")
            .at(HOUR, "order", "b", "total", 500.0)
            .ends();
    assertThat(bought.recommendations).isEmpty();
    assertThat(bought.withheld).containsExactly("not_eligible");
    assertThat(bought.lastWithheld.orElseThrow().explanation().values())
        .as("what decided is what was read when it was to be sent")
        .containsEntry("signals.spent", "501");
  }

  @Test
  void aMessageWaitsForAnHourInWhichTheCustomerAnswers() {
    String responsive = LINE.replace("expires", "hours: responsive, expires");
    CustomerStory story = story(responsive);
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
  private static void answer(CustomerStory story, long seconds, String id) {
    Touchpoint opened =
        CustomerStory.touchpoint(
            id,
            "recommendation_outcome",
            CustomerStory.START + seconds * 1_000,
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
    CustomerStory story =
        story(later.replace("expires: 12h", "after: 1d, expires: 12h")).at(0, "cart", "a");
    for (long second = MINUTE; second <= 300 * MINUTE; second += MINUTE) {
      story.at(second, "error", "e" + second).proven(second);
    }
    story.ends();
    assertThat(standing(story)).contains("rescue/line@" + DAY);
  }
}
