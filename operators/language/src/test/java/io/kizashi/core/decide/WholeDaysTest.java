package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A date without a time of day is the whole day. */
final class WholeDaysTest {
  private static final long HOUR = 3_600;

  /** A rulebook of Tokyo's with one moment {@code m} that has this body. */
  private static CustomerStory story(String body) {
    return new CustomerStory(
        """
        rulebook: r
        timezone: Asia/Tokyo
        disorder: 0s
        history: { for: 60d }
        moments:
          m:
            kind: drop_off
        %s
        """
            .formatted(body.indent(4)));
  }

  @Test
  void aPromisedDayLastsToItsEndAndGraceIsCountedFromThere() {
    // The story starts at 19:00 in Tokyo on the first of March; the second is over 29 hours later.
    String body =
        """
        pattern:
          - { event: promised, as: promise }
          - { absence: called, until: 'promise.properties.at', grace: 5m }
        """;
    CustomerStory broken = story(body);
    broken.at(0, "promised", "p", "at", "2025-03-02").ends();
    assertThat(broken.standing()).containsExactly("m@" + (29 * HOUR + 300) + ".0:p");
    CustomerStory kept = story(body);
    kept.at(0, "promised", "p", "at", "2025-03-02").at(29 * HOUR + 300, "called", "c").ends();
    assertThat(kept.standing()).isEmpty();
  }

  @Test
  void anExpressionNamesTheHourOfAPromisedDay() {
    String body =
        """
        pattern:
          - { event: promised, as: promise }
          - { absence: called, until: 'promise.properties.at + "T17:00:00+09:00"' }
        """;
    CustomerStory story = story(body);
    story.at(0, "promised", "p", "at", "2025-03-02").ends();
    assertThat(story.standing()).containsExactly("m@" + 22 * HOUR + ".0:p");
  }
}
