package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time in expressions. */
final class LengthsTest {
  private static final long WEEK = 7 * 86_400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duration(\"7d\")",
        "duration(\"6d24h\")",
        "duration(\"168h\")",
        "days(7)",
        "days(7.0)",
        "days(event.properties.days)",
        "hours(168)",
        "hours(24.0 * event.properties.days)",
        "minutes(10080)",
        "minutes(1440 * 7)"
      })
  void aWeekIsWrittenInDaysToo(String week) {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            signals: { since_order: { since: 'event.type == "order"' } }
            moments:
              m: { kind: drop_off, pattern: [ { event: viewed, where: 'signals.since_order > WEEK' } ] }
            actions:
              a: { kind: serve, answers: [m], channels: [web], expires: 1h, content: { web: { en: w } } }
            """
                .replace("WEEK", week));
    story.at(0, "order", "o").at(WEEK, "viewed", "a", "days", 7.0);
    story.at(WEEK + 1, "viewed", "b", "days", 7.0);
    assertThat(story.standing()).containsExactly("m@604801.0:b");
  }
}
