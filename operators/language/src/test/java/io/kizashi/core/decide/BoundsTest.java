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

  private static final String GOLD =
      """
      rulebook: r
      history: { touchpoints: 1000, for: 100d }
      moments:
        tried:
          kind: drop_off
          pattern: [ { event: cart }, { event: back, within: 2d } ]
          when: 'customer.tier == "gold"'
      actions:
        an_email: { kind: serve, answers: [tried], channels: [email], expires: 1h, content: { email: { en: { subject: s, body: w } } } }
      """;

  private static CustomerStory often(CustomerStory story, String property, Object... values) {
    for (int i = 1; i <= Bounds.PROFILE_VALUES; i++) {
      Object value = values[i % values.length];
      story.at(MINUTE * (60 + i), "profile_updated", property + i, property, value);
    }
    return story;
  }

  @Test
  void aMomentStandsThroughAllThatIsSaidOfThePropertyThatItReadLater() {
    CustomerStory story = new CustomerStory(GOLD).at(0, "profile_updated", "p", "tier", "gold");
    story.at(MINUTE, "cart", "a").at(2 * MINUTE, "back", "b");
    often(story, "tier", "silver", "bronze");
    assertThat(story.standing()).containsExactly("tried@120.0:a,b");
    assertThat(story.forgotten).isEqualTo(1);
  }

  @Test
  void noMomentAppearsByAnOlderValueThanItsOwn() {
    CustomerStory story = new CustomerStory(GOLD).at(0, "profile_updated", "p", "tier", "silver");
    story.at(MINUTE, "cart", "a").at(2 * MINUTE, "back", "b");
    often(story, "tier", "gold");
    assertThat(story.standing()).isEmpty();
  }

  @Test
  void whatIsSaidOftenOfAPropertyThatNoRuleReadsMakesNoRuleSilent() {
    CustomerStory story = new CustomerStory(GOLD).at(0, "profile_updated", "p", "tier", "gold");
    often(story.at(MINUTE, "cart", "a"), "lastPage", "/a", "/b");
    assertThat(story.at(2 * 60 * MINUTE, "back", "b").standing())
        .containsExactly("tried@7200.0:a,b");
  }

  @Test
  void aNameThatSomebodyReadsFindsRoomAmongThoseThatNobodyReads() {
    CustomerStory story = new CustomerStory(GOLD);
    for (int i = 0; i <= Bounds.PROFILE_PROPERTIES; i++) {
      story.at(i, "profile_updated", "junk" + i, "junk" + i, "x");
    }
    assertThat(story.forgotten).isEqualTo(1);
    story.at(100, "profile_updated", "z", "timezone", "Asia/Tokyo", "tier", "gold");
    assertThat(story.state.profile().entries())
        .hasSize(Bounds.PROFILE_PROPERTIES)
        .containsKeys("timezone", "tier", "junk63")
        .doesNotContainKeys("junk0", "junk1", "junk64");
    assertThat(story.forgotten).isEqualTo(3);
    assertThat(story.at(101, "cart", "a").at(102, "back", "b").standing())
        .containsExactly("tried@102.0:a,b");
  }

  @Test
  void whatIsForgottenIsCounted() {
    int moments = Bounds.MOMENTS + 51; // a cart and its successors
    CustomerStory story = busy(new CustomerStory(RULES).at(0, "cart", "a"));
    assertThat(story.forgotten).isEqualTo(moments - Bounds.MOMENTS + moments - Bounds.DECISIONS);
  }
}
