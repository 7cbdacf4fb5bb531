package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.Touchpoint;
import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a customer is spared, and for how long. Times are seconds of the story. */
final class GuardTest {
  private static final int HOUR = 3_600;
  private static final int LINGER = 24 * HOUR;

  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      history: { touchpoints: %s, for: 30d }
      signals:
        open_complaint:
          open: 'event.type == "complaint_opened"'
          close: 'event.type == "complaint_closed"'
          by: 'event.properties.case'
      moments:
        cart_left:  { kind: drop_off, pattern: [ { event: cart } ] }
        asked:      { kind: moment_of_truth, pattern: [ { event: question } ] }
      actions:
        rescue: { kind: sell, answers: [cart_left], channels: [web], expires: 31d, content: { web: { en: a } } }
        answer: { kind: serve, answers: [asked], channels: [web], expires: 31d, content: { web: { en: a } } }
      policies:
        guards: [ { suppress: [sell, ask], when: 'signals.open_complaint > 0.0', linger: 24h } ]
      """;

  /** Orders of arrival that are tried. */
  private static final int ORDERS = 150;

  private static CustomerStory story() {
    return new CustomerStory(BOOK.formatted("200").replace("sell, ask", "sell"));
  }

  /** Standing recommendations as {@code action@seconds}. */
  private static List<String> standing(CustomerStory story) {
    Map<String, Recommendation> standing = new LinkedHashMap<>();
    for (Recommendation said : story.recommendations) {
      if (said.status() == Status.ISSUED) {
        standing.put(said.id(), said);
      } else {
        standing.remove(said.id());
      }
    }
    return standing.values().stream()
        .map(r -> r.plan().action() + "@" + (r.decidedAt() - CustomerStory.START) / 1_000)
        .sorted()
        .toList();
  }

  @Test
  void nothingIsSoldFromTheComplaintToItsEndAndAWhileLonger() {
    int closed = 10 * 24 * HOUR;
    CustomerStory story =
        story()
            .at(0, "cart", "a")
            .at(10, "complaint_opened", "b", "case", "k")
            .at(20, "cart", "c")
            .at(closed - HOUR, "cart", "d")
            .at(closed, "complaint_closed", "e", "case", "k")
            .at(closed + LINGER - 1, "cart", "f")
            .at(closed + LINGER, "cart", "g");
    assertThat(standing(story)).containsExactly("rescue@0", "rescue@" + (closed + LINGER));
    assertThat(story.withheld).containsExactly("upset", "upset", "upset");
  }

  @Test
  void otherKindsAreNotKeptBack() {
    CustomerStory story =
        story().at(0, "complaint_opened", "a", "case", "k").at(10, "question", "b");
    assertThat(standing(story)).containsExactly("answer@10");
  }

  @Test
  void oneOpenComplaintOfTwoIsEnough() {
    CustomerStory story =
        story()
            .at(0, "complaint_opened", "a", "case", "k")
            .at(1, "complaint_opened", "b", "case", "l")
            .at(2, "complaint_closed", "c", "case", "k")
            .at(3 * LINGER, "cart", "d");
    assertThat(standing(story)).isEmpty();
  }

  @Test
  void aComplaintThatArrivesLateTakesBackWhatWasSoldAfterIt() {
    CustomerStory story =
        story()
            .at(100, "cart", "a")
            .at(0, "question", "q")
            .at(50, "complaint_opened", "b", "case", "k");
    assertThat(standing(story)).containsExactly("answer@0");
    assertThat(story.recommendations)
        .filteredOn(r -> r.plan().kind() == ActionKind.SELL)
        .extracting(Recommendation::status)
        .containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  @Test
  void whatWasSoldBeforeTheComplaintStands() {
    CustomerStory story = story().at(0, "cart", "a").at(50, "complaint_opened", "b", "case", "k");
    assertThat(standing(story)).containsExactly("rescue@0");
  }

  @Test
  void aGuardRemembersWhatLeftTheHistory() {
    CustomerStory story = new CustomerStory(BOOK.formatted("5").replace("sell, ask", "sell"));
    story.at(0, "complaint_opened", "a", "case", "k").at(60, "complaint_closed", "b", "case", "k");
    for (int i = 0; i < 200; i++) {
      story.at(100 + i, "question", "q" + i);
    }
    assertThat(story.state.history().count()).isLessThan(150);
    story.at(HOUR, "cart", "c").at(60 + LINGER, "cart", "d");
    assertThat(standing(story)).contains("rescue@" + (60 + LINGER)).doesNotContain("rescue@3600");
  }

  @Test
  void inWhateverOrderAllArrivesNothingStandsThatAGuardForbids() {
    int closed = 3 * HOUR;
    List<Touchpoint> all = new ArrayList<>();
    all.add(touchpoint(HOUR, "complaint_opened", "open"));
    all.add(touchpoint(closed, "complaint_closed", "close"));
    for (int i = 0; i < 12; i++) {
      all.add(touchpoint(i * 2L * HOUR, "cart", "cart" + i));
    }
    for (long seed = Seeds.seed(); seed < Seeds.seed() + ORDERS; seed++) {
      List<Touchpoint> arriving = new ArrayList<>(all);
      Collections.shuffle(arriving, new Random(seed));
      CustomerStory story = story();
      arriving.forEach(story::arrives);
      assertThat(standing(story))
          .as("seed %d", seed)
          .allMatch(sold -> isFree(Long.parseLong(sold.replace("rescue@", "")), closed));
    }
  }

  private static Touchpoint touchpoint(long seconds, String type, String id) {
    return CustomerStory.touchpoint(id, type, CustomerStory.START + seconds * 1_000, "case", "k");
  }

  private static boolean isFree(long second, long closed) {
    return second < HOUR || second >= closed + LINGER;
  }
}
