package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On which days an action is done. The story starts on March 1, 2025, at 10:00 UTC. */
final class ActiveDaysTest {
  private static final int MIDNIGHT = 14 * HOUR;

  private static final String NIGHT =
      policy("quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }");

  private static String active(String days) {
    return RESCUE.replace("expires", "active: { " + days + " }, expires");
  }

  @Test
  void theLastDayCountsWhole() {
    CustomerStory story =
        story(active("to: 2025-03-01"))
            .at(MIDNIGHT - 1, "cart", "a")
            .at(MIDNIGHT, "cart", "b")
            .ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + (MIDNIGHT - 1));
    assertThat(story.withheld).containsExactly("not_active");
  }

  @Test
  void nothingIsDecidedBeforeTheFirstDayThoughItWouldBeSentOnIt() {
    String later = active("from: 2025-03-02").replace("expires", "after: 14h, expires");
    CustomerStory story = story(later).at(0, "cart", "a").at(MIDNIGHT, "cart", "b").ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + 2 * MIDNIGHT);
    assertThat(story.withheld).containsExactly("not_active");
  }

  @Test
  void whatTheNightWouldHoldBeyondTheLastDayGoesOutAtOnceElsewhereOrNotAtAll() {
    String lineOnly =
        active("to: 2025-03-01").replace(", web]", "]").replace(", web: { en: b }", "");
    int late = 12 * HOUR;
    CustomerStory alone = story(lineOnly, NIGHT).at(late, "cart", "a").ends();
    assertThat(standing(alone)).isEmpty();
    assertThat(alone.withheld).containsExactly("not_active");
    assertThat(standing(story(active("to: 2025-03-01"), NIGHT).at(late, "cart", "a").ends()))
        .containsExactly("rescue/web@" + late);
  }

  @Test
  void daysBeginInTheRulebooksZone() {
    CustomerStory story =
        story(active("from: 2025-03-02"), "timezone: Asia/Tokyo\n")
            .at(5 * HOUR - 1, "cart", "a")
            .at(5 * HOUR, "cart", "b")
            .ends();
    assertThat(standing(story)).containsExactly("rescue/line@" + 5 * HOUR);
    assertThat(story.withheld).containsExactly("not_active");
  }
}
