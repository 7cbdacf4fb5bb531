package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What decisions still know of touchpoints that have left the history. */
final class RememberingTest {
  private static final String SHORT = "history: { touchpoints: 200, for: 1d }\n";

  private static final String WORTH =
      """
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [web], %s expires: 12h, value: 'cart.properties.total', content: { web: { en: b } } }
      """;

  @Test
  void theChannelOnWhichMessagesWereWelcomeIsKnownForNinetyDays() {
    CustomerStory story = story(SHORT, RESCUE);
    for (int i = 0; i < 6; i++) {
      story.at(
          i, "recommendation_outcome", "o" + i, "recommendation", "m" + i, "outcome", "opened");
    }
    story.proven(40 * DAY).at(40 * DAY, "cart", "a");
    assertThat(story.state.history().touchpoints()).hasSize(1);
    story.proven(91 * DAY).at(91 * DAY, "cart", "b");
    assertThat(standing(story))
        .containsExactly("rescue/web@" + 40 * DAY, "rescue/line@" + 91 * DAY);
  }

  @Test
  void aMessageThatWaitsReadsTheTouchpointsOfItsMomentHoweverOld() {
    CustomerStory story =
        story(SHORT, WORTH.formatted("after: 20d,")).at(0, "cart", "a", "total", 5.0);
    story.proven(10 * DAY).at(10 * DAY, "error", "b").ends();
    assertThat(standing(story)).containsExactly("rescue/web@" + 20 * DAY);
    assertThat(story.withheld).isEmpty();
  }

  @Test
  void anOpenMomentIsReadHoweverOldAndForgottenOnceItIsAnswered() {
    String open = "policies:\n  caps: [ { action: rescue, limit: 1, per: 6d } ]\n";
    String book = Offers.MOMENTS.replace("open-for: 1m", "open-for: 20d");
    CustomerStory story = new CustomerStory(book + SHORT + WORTH.formatted("") + open);
    story.at(0, "cart", "a", "total", 5.0).at(1, "cart", "b", "total", 4.0);
    story.proven(10 * DAY).at(10 * DAY, "cart", "c", "total", 3.0);
    assertThat(story.recommendations.get(1).moment().id())
        .as("the older one is worth more")
        .isEqualTo(story.moments.get(1).id());
    story.proven(11 * DAY).at(11 * DAY, "error", "d").proven(13 * DAY).at(13 * DAY, "error", "e");
    assertThat(story.state.history().touchpoints())
        .extracting("id")
        .contains("c")
        .doesNotContain("a", "b");
  }

  @Test
  void whereACustomerWasLastIsKnownHoweverLongAgo() {
    CustomerStory story = story(SHORT, RESCUE);
    Pause.Target west = new Pause.Target("", "", "west");
    story.inForce = new InForce(story.inForce.succession(), "c-1", List.of(west));
    story.arrives(seen("a", 0, "west")).arrives(seen("b", 1, "east")).arrives(seen("c", 2, "west"));
    story.proven(40 * DAY).at(40 * DAY, "cart", "d");
    assertThat(story.state.history().touchpoints()).extracting("id").containsExactly("d");
    assertThat(story.withheld).containsExactly("paused");
    story.arrives(seen("e", 41 * DAY, "east")).at(41 * DAY + 1, "cart", "f");
    story.proven(80 * DAY).at(80 * DAY, "cart", "g");
    assertThat(standing(story))
        .containsExactly("rescue/line@" + (41 * DAY + 1), "rescue/line@" + 80 * DAY);
  }

  @Test
  void aMomentIsOpenForAllThatMayStillArriveInItsTime() {
    CustomerStory story =
        new CustomerStory(
            Offers.MOMENTS.replace("open-for: 1m", "open-for: 20d") + SHORT + WORTH.formatted(""));
    story.at(0, "cart", "a").at(5 * DAY, "cart", "b", "total", 5.0); // what a is worth is unknown
    story.proven(10 * DAY).at(10 * DAY, "error", "c");
    story.proven(20 * DAY + 8).at(20 * DAY - 1, "cart", "d", "total", 3.0);
    assertThat(story.recommendations).hasSize(2);
    int before = story.withheld.size();
    story.at(20 * DAY - 1, "error", "e").at(20 * DAY, "error", "f");
    assertThat(story.withheld.subList(before, story.withheld.size()))
        .containsExactly("not_eligible");
  }

  @Test
  void aWithdrawalTakesBackWhatWasSentThoughItsMomentIsForgotten() {
    String book = RESCUE.replace(", web]", "], after: 20h").replace(", web: { en: b }", "");
    CustomerStory story = story(SHORT, book, policy("consent: { ad: [line] }"));
    story.at(0, "consent_changed", "a", "channel", "line", "purpose", "ad", "granted", true);
    story.at(10, "cart", "b").proven(21 * HOUR);
    assertThat(standing(story)).containsExactly("rescue/line@" + (10 + 20 * HOUR));
    story.proven(30 * HOUR).at(30 * HOUR, "page_viewed", "c").at(30 * HOUR, "error", "d");
    assertThat(story.state.moments()).extracting(it -> it.moment().rule()).containsExactly("stuck");
    story.at(
        10 * HOUR, "consent_changed", "e", "channel", "line", "purpose", "ad", "granted", false);
    assertThat(standing(story)).isEmpty();
  }

  private static Touchpoint seen(String id, long seconds, String region) {
    Setting there = new Setting("web", "", "", "", "", "", region, "", "", List.of());
    return CustomerStory.touchpoint(id, "page_viewed", CustomerStory.START + seconds * 1_000)
        .with(there, Map.of());
  }
}
