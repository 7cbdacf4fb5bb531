package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.MINUTE;
import static io.kizashi.core.decide.Offers.RESCUE;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By which learned lexicon a customer's words were read when something was decided. */
final class EpochTest {
  private static final String TWO =
      RESCUE
          + """
            dearer: { kind: sell, answers: [cart_left], channels: [web], weight: 0.5, expires: 1h, content: { web: { en: a } } }
          """;

  private static final String NIGHT =
      policy("quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }");

  private static final String LINE = RESCUE.replace(", web]", "]").replace(", web: { en: b }", "");

  private static final int TEN = 12 * HOUR;
  private static final int EIGHT = 22 * HOUR;

  /**
   * The customer says something, which is read by the lexicon of an epoch; by none where it is 0.
   */
  private static Touchpoint said(String id, long seconds, long epoch) {
    long time = CustomerStory.START + seconds * 1_000;
    return new Touchpoint(
        id,
        "said",
        time,
        CustomerKey.customer("c-1"),
        Actor.CUSTOMER,
        Setting.on("chat"),
        Optional.of(new Emotion(-0.2, 0, "", 1, "text", epoch)),
        "",
        Map.of(),
        time);
  }

  private static Reasoning only(CustomerStory story) {
    assertThat(story.recommendations).hasSize(1);
    return story.recommendations.get(0).reasoning().orElseThrow();
  }

  private static List<Long> epochs(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.score().epoch()).toList();
  }

  @Test
  void aDecisionNamesTheLexiconThatReadTheCustomersWordsLast() {
    CustomerStory story =
        story(TWO)
            .arrives(said("a", 0, 7))
            .arrives(said("b", MINUTE, 9))
            .at(2 * MINUTE, "cart", "c");
    assertThat(only(story).score().epoch()).isEqualTo(9);
    assertThat(epochs(only(story).explanation().candidates())).containsExactly(9L, 9L);
  }

  @Test
  void feelingsThatNoLexiconReadLeaveItAsItIs() {
    CustomerStory story =
        story(RESCUE)
            .arrives(said("a", 0, 7))
            .arrives(said("b", MINUTE, 0))
            .at(2 * MINUTE, "cart", "c");
    assertThat(only(story).score().epoch()).isEqualTo(7);
  }

  @Test
  void whereNoLexiconWasUsedItIsZero() {
    CustomerStory silent = story(RESCUE).at(0, "cart", "c");
    assertThat(only(silent).score().epoch()).isZero();
    CustomerStory felt = story(RESCUE).arrives(said("a", 0, 0)).at(MINUTE, "cart", "c");
    assertThat(only(felt).score().epoch()).isZero();
  }

  @Test
  void whatIsReadBehindTheDecisionsPlaceDoesNotCountThoughItIsKnown() {
    String awaited =
        """
        rulebook: r
        disorder: 10s
        moments:
          cart_left: { kind: drop_off, pattern: [ { event: cart }, { absence: order, for: 30m } ] }
        """;
    CustomerStory story =
        new CustomerStory(awaited + RESCUE)
            .arrives(said("a", 0, 7))
            .at(0, "cart", "c")
            .arrives(said("b", 30 * MINUTE + 1, 9))
            .ends();
    assertThat(only(story).score().epoch()).isEqualTo(7);
    CustomerStory atTheDeadline =
        new CustomerStory(awaited + RESCUE)
            .arrives(said("a", 0, 7))
            .at(0, "cart", "c")
            .arrives(said("b", 30 * MINUTE, 9))
            .ends();
    assertThat(only(atTheDeadline).score().epoch()).isEqualTo(9);
  }

  @Test
  void whatWaitsNamesTheLexiconByWhichItWasDecided() {
    CustomerStory sent =
        story(LINE, NIGHT)
            .arrives(said("a", 0, 7))
            .at(TEN, "cart", "c")
            .arrives(said("b", TEN + HOUR, 9))
            .proven(EIGHT + 10);
    assertThat(only(sent).score().epoch()).isEqualTo(7);
    CustomerStory withdrawn =
        story(LINE.replace("expires", "when: '!has(customer.owns)', expires"), NIGHT)
            .arrives(said("a", 0, 7))
            .at(TEN, "cart", "c")
            .arrives(said("b", TEN + HOUR, 9))
            .at(TEN + HOUR, "profile_updated", "p", "owns", "it")
            .proven(EIGHT + 10);
    assertThat(withdrawn.withheld).containsExactly("not_eligible");
    assertThat(epochs(withdrawn.lastWithheld.orElseThrow().explanation().candidates()))
        .containsExactly(7L);
  }

  @Test
  void itIsKnownStillWhenTheWordsHaveLeftTheHistory() {
    CustomerStory learned = crowded(7);
    assertThat(learned.state.history().touchpoints()).noneMatch(it -> it.emotion().isPresent());
    assertThat(only(learned.at(DAY, "cart", "c")).score().epoch()).isEqualTo(7);
  }

  @Test
  void whereNothingIsLearnedNothingIsKeptOfIt() {
    CustomerStory learned = crowded(7);
    CustomerStory plain = crowded(0);
    assertThat(plain.state.projections()).isNotEmpty();
    assertThat(learned.state.projections()).hasSize(plain.state.projections().size() + 1);
  }

  /** What the customer said is pushed out by what nobody looks at. */
  private static CustomerStory crowded(long epoch) {
    CustomerStory story =
        story(RESCUE, "history: { for: 2d, touchpoints: 10 }\n")
            .arrives(said("a", 0, Math.max(0, epoch - 1)))
            .arrives(said("b", MINUTE, epoch));
    for (long minute = 2; minute < 50; minute++) {
      story.at(minute * MINUTE, "viewed", "v" + minute).proven(minute * MINUTE);
    }
    return story;
  }
}
