package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full years since a date, and when touchpoints were. */
final class YearsTest {
  private static final String RULES =
      """
      rulebook: r
      timezone: Asia/Tokyo
      moments:
        m: { kind: drop_off, pattern: [ { event: viewed, where: 'WHERE' } ] }
      actions:
        a: { kind: serve, answers: [m], channels: [web], expires: 1h, content: { web: { en: w } } }
      """;

  @ParameterizedTest
  @CsvSource({
    "2004-02-29, 2025-02-27T15:00:00Z, 20",
    "2004-02-29, 2025-02-28T14:59:59Z, 20",
    "2004-02-29, 2025-02-28T15:00:00Z, 21",
    "2004-02-29, 2028-02-28T14:59:59Z, 23",
    "2004-02-29, 2028-02-28T15:00:00Z, 24",
    "2005-02-28, 2025-02-27T15:00:00Z, 20",
    "2026-03-01, 2026-02-28T15:00:00Z, 0",
    "2026-03-01, 2026-02-28T14:59:59Z, ",
    "2005-02-29, 2026-02-28T14:59:59Z, ",
    "2005/02/28, 2026-02-28T14:59:59Z, ",
    ", 2026-02-28T14:59:59Z, "
  })
  void aYearIsFullOnTheDayThatTheRulebooksZoneHas(String born, Instant now, Integer years) {
    assertThat(holds("years(customer.birthday) >= 0 || true", born, now)).isTrue();
    Optional<Integer> full = Optional.ofNullable(years);
    assertThat(holds("years(customer.birthday) >= 0", born, now)).isEqualTo(full.isPresent());
    full.ifPresent(
        it -> {
          assertThat(holds("years(customer.birthday) == " + it, born, now)).isTrue();
          assertThat(holds("years(customer.birthday) > " + it, born, now)).isFalse();
        });
    if (full.isEmpty()) {
      assertThat(holds("!(years(customer.birthday) >= 0)", born, now)).isFalse();
    }
  }

  private static boolean holds(String where, String born, Instant now) {
    CustomerStory story = new CustomerStory(RULES.replace("WHERE", where));
    long seconds = now.getEpochSecond() - CustomerStory.START / 1_000;
    if (born != null) {
      story.at(seconds - 60, "profile_updated", "p", "birthday", born);
    }
    story.at(seconds, "viewed", "v");
    return !story.standing().isEmpty();
  }

  @Test
  void aStepAsksWhenAnEarlierOneWas() {
    CustomerStory story =
        new CustomerStory(
            """
            rulebook: r
            moments:
              m:
                kind: drop_off
                pattern:
                  - { event: cart_updated, as: cart }
                  - { event: viewed, where: 'now - cart.time < hours(2) && event.time > cart.time' }
            actions:
              a: { kind: serve, answers: [m], channels: [web], expires: 1h, content: { web: { en: w } } }
            """);
    story.at(0, "cart_updated", "c").at(7_200, "viewed", "late");
    assertThat(story.standing()).isEmpty();
    story.at(8_000, "cart_updated", "d").at(15_199, "viewed", "soon");
    assertThat(story.standing()).containsExactly("m@15199.0:d,soon");
  }
}
