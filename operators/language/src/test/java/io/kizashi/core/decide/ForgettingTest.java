package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stays in mind when touchpoints leave the history. */
final class ForgettingTest {
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

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

  @Test
  void aPromiseBeyondTheHistoryIsKeptInMind() {
    CustomerStory story =
        story(
            "",
            """
            pattern:
              - { event: promised, as: promise }
              - { absence: called, until: 'promise.properties.at' }
            """);
    story.at(0, "promised", "p", "at", (CustomerStory.START + 200 * DAY * 1_000) * 1.0);
    for (int day = 1; day < 220; day++) {
      story.at(day * DAY, "page_viewed", "v" + day).proven(day * DAY);
    }
    assertThat(story.standing()).containsExactly("m@" + 200.0 * DAY + ":p");
    assertThat(story.state.history().count()).isLessThan(80);
  }

  @Test
  void aStepBehindAPromiseBeyondTheHistoryStillFindsItsAnchor() {
    CustomerStory story =
        story(
            "",
            """
            pattern:
              - { event: promised, as: promise }
              - { absence: called, until: 'promise.properties.at' }
              - { event: complained, within: 2d }
            """);
    story.at(0, "promised", "p", "at", (CustomerStory.START + 200 * DAY * 1_000) * 1.0);
    for (int day = 1; day < 220; day++) {
      story.at(day * DAY, "page_viewed", "v" + day).proven(day * DAY);
      if (day == 201) {
        story.at(day * DAY, "complained", "c");
      }
    }
    assertThat(story.standing()).containsExactly("m@" + 201.0 * DAY + ":p,c");
  }

  @Test
  void theEndOfASessionIsAsOldAsItLies() {
    CustomerStory story =
        story(
            "session-gap: 12h",
            """
            restart: first
            pattern: [ { event: session_ended }, { absence: returned, for: 50d } ]
            """);
    // The second session begins in the second in which the first attempt ends.
    long half = DAY / 2;
    story.at(0, "page_viewed", "a").proven(0).at(50 * DAY + half, "page_viewed", "b");
    for (int day = 51; day < 130; day++) {
      story.at(day * DAY, "profile_updated", "p" + day).proven(day * DAY);
    }
    assertThat(story.standing())
        .containsExactlyInAnyOrder(
            "m@" + (50.0 * DAY + half) + ":a/session_ended",
            "m@" + 101.0 * DAY + ":b/session_ended");
  }

  @Test
  void anAttemptThatBeganAtTheEndOfASessionBlocksOthersWhenItsTouchpointsAreGone() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            disorder: 0s
            session-gap: 2h
            history: { for: 26h }
            moments:
              m:
                kind: drop_off
                restart: first
                pattern:
                  - { event: session_ended }
                  - { event: alpha, within: 13h }
                  - { absence: alpha, for: 10h }
            """);
    // The session that ends at 2 h is followed by alpha at 9 h, whose silence alpha at 12 h breaks;
    // up to there no other attempt may start, so not the one of the session that ends at 11 h.
    story.at(0, "alpha", "a").proven(0).at(9 * HOUR, "alpha", "b").proven(9 * HOUR);
    story.at(12 * HOUR, "alpha", "c").proven(12 * HOUR);
    story.at(35 * HOUR, "viewed", "d").proven(35 * HOUR);
    story.at(36 * HOUR, "viewed", "e").at(36 * HOUR + 1, "viewed", "f").ends();
    assertThat(story.state.history().evicted()).isPositive();
    assertThat(story.standing()).isEmpty();
  }
}
