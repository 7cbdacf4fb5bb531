package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.decide.Verdict.Fate;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where there is more of something than is kept, what is forgotten makes a message too few, never
 * one too many. A customer looks at a page a minute, which a banner answers each time.
 */
final class BoundsTest {
  private static final String RULES =
      """
      rulebook: r
      history: { touchpoints: 1000, for: 100d }
      moments:
        often: { kind: moment_of_truth, pattern: [ { event: view } ], open-for: 1m }
        seldom: { kind: drop_off, pattern: [ { event: cart } ], open-for: 30d, once-per: 10d }
        mailed: { kind: drop_off, pattern: [ { event: order } ], open-for: 30d }
      actions:
        banner: { kind: serve, answers: [often], channels: [web], expires: 1h, content: { web: { en: w } } }
        an_email: { kind: recover, answers: [mailed, seldom], channels: [email], expires: 1h, content: { email: { en: { subject: s, body: w } } } }
      policies:
        caps: [ { limit: 1, per: 10d, channel: email } ]
      """;

  private static final long DAY = 86_400;
  private static final long MINUTE = 60;
  private static final int MANY = Bounds.MOMENTS + 50;

  private static CustomerStory busy(CustomerStory story) {
    for (int i = 1; i <= MANY; i++) {
      story.at(i * MINUTE, "view", "v" + i).proven(i * MINUTE);
    }
    return story;
  }

  private static List<String> mails(CustomerStory story) {
    return story.recommendations.stream()
        .filter(it -> it.plan().channel().equals("email"))
        .map(Recommendation::trigger)
        .toList();
  }

  @Test
  void whatCountsOnceInAWhileIsKnownThroughAllThatCountsOften() {
    CustomerStory story = busy(new CustomerStory(RULES).at(0, "cart", "a"));
    story.at(DAY, "cart", "b").at(11 * DAY, "cart", "c");
    assertThat(story.standing().stream().filter(it -> it.startsWith("seldom")))
        .containsExactly("seldom@0.0:a", "seldom@950400.0:c");
  }

  @Test
  void aCapCountsTheMailThroughAllThatIsShown() {
    CustomerStory story = busy(new CustomerStory(RULES).at(0, "order", "a"));
    story.at(DAY, "order", "b");
    assertThat(mails(story)).containsExactly("a");
    assertThat(story.withheld).containsExactly("capped");
  }

  @Test
  void anOpenMomentIsNotAnsweredASecondTime() {
    String uncapped = RULES.substring(0, RULES.indexOf("policies:"));
    assertThat(mails(busy(new CustomerStory(uncapped).at(0, "cart", "a")))).containsExactly("a");
  }

  @Test
  void whatIsInTheHistoryIsADuplicateHoweverManyCameAfterIt() {
    CustomerStory story = new CustomerStory(RULES).at(0, "cart", "a");
    for (int i = 1; i < Bounds.SEEN_IDS + Bounds.HISTORY_SLACK; i++) {
      story.at(i, "noise", "n" + i);
    }
    story.at(0, "cart", "a");
    assertThat(story.fates.get(story.fates.size() - 1)).isEqualTo(Fate.DUPLICATE);
  }
}
