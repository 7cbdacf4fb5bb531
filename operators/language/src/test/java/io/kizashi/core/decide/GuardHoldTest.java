package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MINUTE;
import static io.kizashi.core.decide.Offers.standing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What waits for guards that hold it, and for how long. Times are seconds from 10:00 UTC on. */
final class GuardHoldTest {
  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      signals:
        open_complaint: { open: 'event.type == "complaint_opened"', close: 'event.type == "complaint_closed"' }
        pages: { count: 'event.type == "page"', within: 1h }
      moments:
        cart_left: { kind: drop_off, pattern: [ { event: cart } ] }
        failed: { kind: moment_of_truth, pattern: [ { event: failed } ] }
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [line], expires: 12h, content: { line: { en: a } } }
        help: { kind: serve, answers: [failed], channels: [line], expires: 12h, content: { line: { en: a } } }
      policies:
      """;

  private static final String COMPLAINT =
      "  guards: [ { suppress: [sell], when: 'signals.open_complaint > 0.0', then: hold } ]\n";

  private static CustomerStory story(String policies) {
    return new CustomerStory(BOOK + policies);
  }

  private static CustomerStory complains(String policies) {
    return story(COMPLAINT + policies).at(0, "complaint_opened", "o").at(60, "cart", "a");
  }

  @Test
  void itIsSentAtTheTouchpointThatEndsTheGuard() {
    CustomerStory story = complains("").at(HOUR + 7, "complaint_closed", "c").proven(HOUR + 16);
    assertThat(standing(story)).isEmpty();
    story.proven(HOUR + 17);
    assertThat(standing(story)).containsExactly("rescue/line@" + (HOUR + 7));
    assertThat(story.recommendations.get(0).plan().expiresAt())
        .isEqualTo(CustomerStory.START + (60 + 12 * HOUR) * 1_000L);
  }

  @Test
  void itIsNeverSentOnceItHasExpired() {
    CustomerStory story = complains("").at(13 * HOUR, "complaint_closed", "c").ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("upset");
  }

  @Test
  void whatEndsByTimeIsSeenAtAFullFiveMinutes() {
    CustomerStory story =
        story("  guards: [ { suppress: [sell], when: 'signals.pages > 0.0', then: hold } ]\n")
            .at(7 * MINUTE, "page", "p")
            .at(8 * MINUTE, "cart", "a")
            .ends();
    // The page view counts for less than an hour: it is gone at 11:07.
    assertThat(standing(story)).containsExactly("rescue/line@" + (HOUR + 10 * MINUTE));
  }

  @Test
  void whatEndsALittleLaterThanItsTouchpointIsSeenToo() {
    CustomerStory story =
        story(
                "  guards: [ { suppress: [sell], after: { moment: failed }, for: 1h, then: hold }"
                    + " ]\n")
            .at(0, "failed", "f")
            .at(MINUTE, "cart", "a")
            .ends();
    assertThat(standing(story)).containsExactly("help/line@0", "rescue/line@" + HOUR);
  }

  @Test
  void itCountsUnderNoCapWhileItWaitsAndIsCountedWhenItIsSent() {
    CustomerStory story =
        complains("  caps: [ { limit: 1, per: 1d } ]\n")
            .at(120, "failed", "f")
            .at(HOUR, "complaint_closed", "c")
            .ends();
    assertThat(standing(story)).containsExactly("help/line@120");
    assertThat(story.withheld).containsExactly("capped");
  }

  @Test
  void quietHoursThatHoldPutItOffOnceMore() {
    CustomerStory story =
        complains("  quiet-hours: { from: '12:00', to: '14:00', channels: [line], then: hold }\n")
            .at(3 * HOUR, "complaint_closed", "c")
            .ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + 4 * HOUR);
  }

  @Test
  void aGuardThatDropsGoesFirst() {
    CustomerStory story =
        story(COMPLAINT.replace(" ]\n", ", { suppress: [sell], when: 'signals.pages > 0.0' } ]\n"))
            .at(0, "complaint_opened", "o")
            .at(1, "page", "p")
            .at(60, "cart", "a")
            .ends();
    assertThat(story.withheld).containsExactly("upset");
  }

  @Test
  void whatShowsLateThatTheGuardHeldTakesItBack() {
    CustomerStory story =
        complains("")
            .at(HOUR, "complaint_closed", "c")
            .proven(HOUR + 10)
            .at(HOUR - 1, "complaint_closed", "d")
            .at(HOUR, "complaint_opened", "d2");
    assertThat(standing(story)).isEmpty();
  }
}
