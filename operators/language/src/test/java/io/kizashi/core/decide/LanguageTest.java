package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the parts of the rule language mean, one small story each. */
final class LanguageTest {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  /** A rulebook with one moment {@code m} that has this body. */
  private static CustomerStory story(String top, String body) {
    return new CustomerStory(
        """
        rulebook: r
        disorder: 0s
        history: { for: 60d }
        %s
        moments:
          m:
            kind: drop_off
        %s
        """
            .formatted(top, body.indent(4)));
  }

  private static Touchpoint felt(String id, long seconds, double valence, Actor actor) {
    return felt(id, seconds, actor, new Emotion(valence, 0.5, "", 1, "voice"));
  }

  private static Touchpoint felt(String id, long seconds, Actor actor, Emotion emotion) {
    return new Touchpoint(
        id,
        "said",
        CustomerStory.START + seconds * 1_000,
        CustomerKey.customer("c-1"),
        actor,
        Setting.on("call"),
        Optional.of(emotion),
        "",
        Map.of(),
        0);
  }

  @Test
  void threeClicksOnOneTargetWithinASecondAreRage() {
    CustomerStory story =
        story(
            "",
            "pattern: [ { event: clicked, where: 'event.properties.on == click.properties.on',"
                + " as: click, times: 3, within: 1s } ]");
    story.at(0, "clicked", "a", "on", "buy").at(1, "clicked", "b", "on", "buy");
    story.at(1, "clicked", "c", "on", "help").at(2, "clicked", "d", "on", "buy");
    assertThat(story.standing()).isEmpty();
    story.at(2, "clicked", "e", "on", "buy");
    assertThat(story.standing()).containsExactly("m@2.0:b,d,e");
  }

  @Test
  void aRepeatedFirstStepStartsTheSilenceAgainOnlyWhenItIsWhole() {
    String body =
        "pattern: [ { event: failed, times: 2, within: 1m }, { absence: helped, for: 10m } ]";
    CustomerStory once = story("", body).at(0, "failed", "a").at(10, "failed", "b");
    once.at(300, "failed", "c").ends();
    assertThat(once.standing()).containsExactly("m@610.0:a,b");
    CustomerStory twice = story("", body).at(0, "failed", "a").at(10, "failed", "b");
    twice.at(300, "failed", "c").at(310, "failed", "d").ends();
    assertThat(twice.standing()).containsExactly("m@910.0:c,d");
  }

  @Test
  void aPromisedTimeIsADeadline() {
    String body =
        """
        pattern:
          - { event: promised, as: promise }
          - { absence: called, until: 'promise.properties.at', grace: 5m }
        """;
    CustomerStory kept =
        story("", body).at(0, "promised", "p", "at", (CustomerStory.START + HOUR * 1_000) * 1.0);
    kept.at(HOUR + 300, "called", "c").ends();
    assertThat(kept.standing()).isEmpty();
    CustomerStory broken =
        story("", body).at(0, "promised", "p", "at", "2025-03-01T11:00:00+09:00");
    broken.ends();
    assertThat(broken.standing()).isEmpty();
    assertThat(broken.missing).isPositive();
    CustomerStory late =
        story("", body).at(0, "promised", "p", "at", (CustomerStory.START + HOUR * 1_000) * 1.0);
    late.at(HOUR + 301, "called", "c").ends();
    assertThat(late.standing()).containsExactly("m@3900.0:p");
  }

  @Test
  void businessDaysPassOverWeekendsAndHolidays() {
    // The story starts on Saturday, 1 March 2025, 19:00 in Tokyo.
    CustomerStory story =
        story(
            "timezone: Asia/Tokyo\ncalendar: { business: [mon-fri], holidays: [2025-03-04] }",
            "pattern: [ { event: asked }, { absence: answered, for: 2bd } ]");
    story.at(0, "asked", "a").ends();
    assertThat(story.standing()).containsExactly("m@" + 4 * DAY + ".0:a");
  }

  @Test
  void aDateInTheProfileFallsDueBefore() {
    String body = "pattern: [ { date: 'customer.renewalAt', before: 14d } ]";
    CustomerStory story = story("timezone: Asia/Tokyo", body);
    story.at(0, "profile_updated", "p1", "renewalAt", "2025-04-01");
    story.at(DAY, "profile_updated", "p2", "plan", "gold");
    story.at(2 * DAY, "profile_updated", "p3", "renewalAt", "2025-04-11").ends();
    // 28 March, 0:00 in Tokyo.
    assertThat(story.standing()).containsExactly("m@" + (26 * DAY + 5 * HOUR) + ".0:p3");
  }

  @Test
  void theTrendIsHowFarTheValenceHasMovedInHalfAnHour() {
    String body =
        """
        pattern: [ { event: asked } ]
        when: 'emotion.trend > 0.1666 && emotion.trend < 0.1667'
        """;
    // Half an hour after −1 ⁄ 1.5 it is −0.5 ⁄ 1.
    CustomerStory story = story("", body).arrives(felt("a", 0, -1, Actor.CUSTOMER));
    story.at(1, "asked", "b").at(1_800, "asked", "c").at(2 * HOUR, "asked", "d").ends();
    assertThat(story.standing()).containsExactly("m@1800.0:c");
  }

  @Test
  void theLowestValenceIsRememberedForADay() {
    String body =
        """
        pattern: [ { event: asked } ]
        when: 'emotion.lowest < -0.6 && emotion.highest > 0.2'
        """;
    CustomerStory story =
        story("", body).arrives(felt("a", 0, -1, Actor.CUSTOMER)).at(1, "asked", "b");
    story.arrives(felt("c", HOUR, 1, Actor.CUSTOMER));
    story.at(DAY - 1, "asked", "d").at(DAY, "asked", "e").ends();
    assertThat(story.standing()).containsExactly("m@" + (DAY - 1) + ".0:d");
    CustomerStory calm = story("", "pattern: [ { event: asked } ]\nwhen: '!has(emotion.lowest)'");
    calm.at(0, "asked", "a").ends();
    assertThat(calm.standing()).containsExactly("m@0.0:a");
    assertThat(calm.missing).isZero();
  }

  @Test
  void theLabelIsTheOneSaidWithMostConfidenceOfLate() {
    String body = "pattern: [ { event: asked } ]\nwhen: 'emotion.label == \"anger\"'";
    CustomerStory story = story("", body).at(0, "asked", "a");
    assertThat(story.missing).isPositive();
    story.arrives(felt("b", 1, Actor.CUSTOMER, new Emotion(-1, 1, "anger", 0.5, "text")));
    story
        .arrives(felt("c", 2, Actor.AGENT, new Emotion(1, 1, "joy", 1, "text")))
        .at(3, "asked", "d");
    story.arrives(felt("e", 1_900, Actor.CUSTOMER, new Emotion(1, 1, "joy", 0.3, "text")));
    story.at(10 * DAY, "asked", "f").ends();
    assertThat(story.standing()).containsExactly("m@3.0:d");
  }

  @Test
  void aTurnOfFeelingIsAMomentAndAnAgentsWordsAreNone() {
    CustomerStory story =
        story(
            "",
            "pattern: [ { emotion: { below: -0.5 } },"
                + " { emotion: { above: 0.2 }, within: 1h, as: turn } ]");
    story.arrives(felt("a", 0, -0.9, Actor.CUSTOMER));
    story.arrives(felt("b", 1, 0.9, Actor.AGENT));
    story.arrives(felt("c", 2, 0.9, Actor.CUSTOMER)).arrives(felt("d", 3, 0.9, Actor.CUSTOMER));
    story.ends();
    assertThat(story.standing()).containsExactly("m@3.0:a,d");
  }

  @Test
  void aSessionEndsWhenSilenceIsLongerThanTheGap() {
    CustomerStory story =
        story("session-gap: 10m", "pattern: [ { event: viewed }, { event: session_ended } ]");
    story.at(0, "viewed", "a").at(600, "clicked", "b").proven(1_199);
    assertThat(story.standing()).isEmpty();
    story.proven(1_200);
    assertThat(story.standing()).containsExactly("m@1200.0:a,b/session_ended");
    story.at(1_201, "viewed", "c").ends();
    assertThat(story.standing())
        .containsExactly("m@1200.0:a,b/session_ended", "m@1801.0:c,c/session_ended");
  }

  @Test
  void aLateTouchpointMovesTheEndOfItsSession() {
    CustomerStory story =
        story("session-gap: 10m", "pattern: [ { event: viewed }, { event: session_ended } ]");
    story.at(0, "viewed", "a").proven(700);
    assertThat(story.standing()).containsExactly("m@600.0:a,a/session_ended");
    story.at(300, "clicked", "b").ends();
    assertThat(story.standing()).containsExactly("m@900.0:a,b/session_ended");
  }

  @Test
  void onlyOneMomentInADayCounts() {
    CustomerStory story = story("", "pattern: [ { event: failed } ]\nonce-per: 24h");
    story.at(10, "failed", "b").at(DAY + 9, "failed", "c").at(DAY + 10, "failed", "d");
    assertThat(story.standing()).containsExactly("m@10.0:b", "m@" + (DAY + 10) + ".0:d");
    story.at(9, "failed", "a");
    assertThat(story.standing()).containsExactly("m@" + (DAY + 9) + ".0:c", "m@9.0:a");
  }

  @Test
  void onlyOneMomentInADayCountsEvenWhenTheFirstLeftTheHistory() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            history: { touchpoints: 10, for: 60d }
            moments: { m: { kind: drop_off, once-per: 24h, pattern: [ { event: failed } ] } }
            """);
    for (int i = 0; i < 200; i++) {
      story.at(i * 600L, "failed", "f" + i).proven(i * 600L);
    }
    assertThat(story.standing()).containsExactly("m@0.0:f0", "m@86400.0:f144");
  }

  @Test
  void whenIsAskedAtTheEndWithAllThatIsKnownThere() {
    CustomerStory story =
        story(
            "signals: { views: { count: 'event.type == \"viewed\"', within: 30m } }",
            "pattern: [ { event: carted }, { absence: bought, for: 10m } ]\n"
                + "when: 'signals.views > 1.0'");
    story.at(0, "carted", "a").at(60, "viewed", "v1").proven(600);
    assertThat(story.standing()).isEmpty();
    story.at(120, "viewed", "v2");
    assertThat(story.standing()).containsExactly("m@600.0:a");
  }

  @Test
  void severityIsClampedAndRoundedAndOneWhereItIsMissing() {
    String body = "pattern: [ { event: a, as: a } ]\nseverity: 'a.properties.v / 3.0'";
    assertThat(severity(story("", body).at(0, "a", "x", "v", 1.0))).isEqualTo(0.333);
    assertThat(severity(story("", body).at(0, "a", "x", "v", 9.0))).isEqualTo(1);
    assertThat(severity(story("", body).at(0, "a", "x", "v", -9.0))).isEqualTo(0);
    assertThat(severity(story("", body).at(0, "a", "x"))).isEqualTo(1);
  }

  private static double severity(CustomerStory story) {
    return story.moments.get(0).severity();
  }

  @Test
  void theStageIsTheTouchpointsOwnOrThatOfTheJourney() {
    CustomerStory story =
        story(
            "journey: [ { stage: purchase, when: 'event.type == \"carted\"' } ]",
            "pattern: [ { event: any, where: 'event.stage == \"purchase\"' } ]");
    story.at(0, "viewed", "a").at(1, "carted", "b");
    assertThat(story.standing()).containsExactly("m@1.0:b");
    assertThat(story.moments.get(0).stage()).isEqualTo("purchase");
  }

  @Test
  void segmentsCustomerAndLocalTimeAreKnownAtTheTouchpoint() {
    CustomerStory story =
        story(
            "timezone: Asia/Tokyo\nsegments: { gold: 'customer.plan == \"gold\"' }",
            "pattern: [ { event: viewed, where: 'segments.gold && local.time == \"20:00\""
                + " && local.weekday == \"sat\" && !local.businessDay' } ]");
    story.at(HOUR, "viewed", "before").at(10, "profile_updated", "p", "plan", "gold");
    story.at(11, "profile_updated", "z", "timezone", "Asia/Taipei");
    assertThat(story.standing()).isEmpty();
    story.at(2 * HOUR, "viewed", "after");
    assertThat(story.standing()).containsExactly("m@7200.0:after");
  }

  @Test
  void nowAndSinceAreATimeAndADuration() {
    CustomerStory story =
        story(
            "signals: { since_order: { since: 'event.type == \"order\"' } }",
            "pattern: [ { event: viewed, where: 'signals.since_order > duration(\"1h\")"
                + " && now > timestamp(\"2025-01-01T00:00:00Z\")' } ]");
    story.at(0, "viewed", "a").at(1, "order", "o").at(3_601, "viewed", "b");
    story.at(3_602, "viewed", "c");
    assertThat(story.standing()).containsExactly("m@3602.0:c");
    assertThat(story.missing).isPositive();
  }

  @Test
  void minAndMaxAreFunctionsOfTwoNumbers() {
    CustomerStory story =
        story("", "pattern: [ { event: a, where: 'min(2.0, event.properties.v) == 2.0' } ]");
    story.at(0, "a", "x", "v", 1.0).at(1, "a", "y", "v", 5.0).at(2, "a", "z", "v", "much");
    assertThat(story.standing()).containsExactly("m@1.0:y");
  }

  @Test
  void aWindowBeyondTheHistoryIsExact() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            history: { touchpoints: 20, for: 1d }
            signals: { spend: { sum: 'event.properties.v', where: 'event.type == "order"', within: 90d } }
            moments:
              m:
                kind: drop_off
                pattern: [ { event: asked, where: 'signals.spend == 91.0' } ]
            """);
    for (int day = 0; day < 120; day++) {
      story.at(day * DAY, "order", "o" + day, "v", 1.0).proven(day * DAY);
    }
    // (−90 d, now]: the orders of days 30 to 119, and the one of today.
    story.at(119 * DAY + 1, "order", "extra", "v", 1.0).at(119 * DAY + 2, "asked", "q");
    assertThat(story.standing()).containsExactly("m@" + (119.0 * DAY + 2) + ":q");
  }

  @Test
  void anOpenComplaintStaysOpenHoweverOldItIs() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            history: { touchpoints: 20, for: 1d }
            signals:
              complaints: { open: 'event.type == "opened"', close: 'event.type == "closed"', by: 'event.properties.about' }
            moments:
              m: { kind: drop_off, pattern: [ { event: asked, where: 'signals.complaints == 1.0' } ] }
            """);
    story.at(0, "opened", "o1", "about", "x").at(1, "opened", "o2", "about", "y");
    story.at(2, "closed", "c1", "about", "x").proven(90 * DAY);
    for (int i = 0; i < 100; i++) {
      story.at(90 * DAY + i, "viewed", "v" + i).proven(90 * DAY + i);
    }
    story.at(91 * DAY, "asked", "q1").at(91 * DAY + 1, "closed", "c2", "about", "y");
    story.at(91 * DAY + 2, "asked", "q2");
    assertThat(story.standing()).containsExactly("m@" + 91 * DAY + ".0:q1");
  }

  @Test
  void whatWasJudgedOfASessionStandsWhenItsFirstTouchpointsLeaveTheHistory() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            history: { touchpoints: 5, for: 1d }
            moments:
              m: { kind: drop_off, pattern: [ { event: asked } ], when: 'session.touchpoints == 10.0' }
            """);
    for (int i = 0; i < 9; i++) {
      story.at(i, "viewed", "v" + i);
    }
    story.at(9, "asked", "a");
    for (int i = 10; i < 80; i++) {
      story.at(i, "viewed", "w" + i);
    }
    story.at(8, "viewed", "late").at(DAY / 2, "asked", "b");
    assertThat(story.state.history().evicted()).isPositive();
    assertThat(story.standing()).containsExactly("m@9.0:a");
  }

  @Test
  void aMomentThatNoLongerCanBeDerivedStillKeepsOthersFromCounting() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            history: { for: 6d }
            moments: { m: { kind: drop_off, once-per: 36h, open-for: 1m, pattern: [ { event: failed } ] } }
            """);
    for (int i = 0; i < 60; i++) {
      long at = i * 20L * HOUR;
      story.at(at, "failed", "f" + i).proven(at);
    }
    // Every second one: 40 hours lie between.
    assertThat(story.standing()).hasSize(30);
    assertThat(story.moments).hasSize(30);
  }
}
