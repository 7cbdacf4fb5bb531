package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.library.Bundle;
import io.kizashi.schema.Recommendation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Selling is silent where the library's guards say so, and speaks again afterwards. */
final class LibraryGuardsTest {
  private static final int HOUR = 3_600;
  private static final int BROKEN = 2 * HOUR + 300;

  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      history: { touchpoints: 5, for: 30d }
      include: [ library/promise_broken, library/no_sell_after_promise_broken, library/no_sell_in_complaint ]
      moments:
        cart_left:  { kind: drop_off, pattern: [ { event: cart } ], open-for: 1m }
        cart_cold:  { kind: drop_off, pattern: [ { event: chosen }, { absence: order, for: 10m } ], open-for: 1m }
        asked:      { kind: moment_of_truth, pattern: [ { event: question } ] }
      actions:
        rescue: { kind: sell, answers: [cart_left, cart_cold], channels: [web], expires: 1d, content: { web: { en: a } } }
        answer: { kind: serve, answers: [asked], channels: [web], expires: 1d, content: { web: { en: a } } }
      """;

  private final CustomerStory story =
      new CustomerStory(Bundle.join(BOOK, file -> Optional.empty()));

  /** Promised at 0 for two hours later, and kept by nobody. */
  private CustomerStory promised() {
    return story.at(0, "callback_promised", "p", "promisedAt", story(2 * HOUR));
  }

  private static double story(long seconds) {
    return CustomerStory.START + seconds * 1_000.0;
  }

  private List<String> standing() {
    List<String> taken =
        story.recommendations.stream()
            .filter(it -> it.status() == Recommendation.Status.RETRACTED)
            .map(Recommendation::id)
            .toList();
    return story.recommendations.stream()
        .filter(it -> !taken.contains(it.id()))
        .map(it -> it.plan().action() + "@" + (it.decidedAt() - CustomerStory.START) / 1_000)
        .toList();
  }

  @Test
  void nothingIsSoldInTheHourInWhichAPromiseIsBroken() {
    promised()
        .at(BROKEN - 1, "cart", "a")
        .provenAt(CustomerStory.START + (BROKEN + 11) * 1_000L)
        .at(BROKEN + 20, "cart", "b")
        .at(BROKEN + 30, "question", "c")
        .at(BROKEN + HOUR - 1, "cart", "d")
        .at(BROKEN + HOUR, "cart", "e");
    assertThat(standing())
        .containsExactly(
            "rescue@" + (BROKEN - 1), "answer@" + (BROKEN + 30), "rescue@" + (BROKEN + HOUR));
    assertThat(story.withheld).containsExactly("upset", "upset");
  }

  @Test
  void theHourBeginsBeforeTheDeadlineIsJudged() {
    promised().at(BROKEN, "cart", "a").at(BROKEN + 1, "cart", "b");
    assertThat(standing()).containsExactly("rescue@" + BROKEN); // the deadline comes after it
  }

  @Test
  void oneThatIsJudgedTogetherWithItIsKeptBackToo() {
    promised()
        .at(BROKEN - 300, "chosen", "a")
        .at(BROKEN + HOUR - 600, "chosen", "b")
        .provenAt(CustomerStory.START + 10 * HOUR * 1_000L);
    assertThat(standing()).containsExactly("rescue@" + (BROKEN + HOUR));
  }

  @Test
  void neitherACallThatComesTooLateNorANewPromiseEndsTheHour() {
    promised()
        .at(BROKEN + 600, "call_started", "c")
        .at(BROKEN + 700, "callback_promised", "q", "promisedAt", story(30 * HOUR))
        .at(BROKEN + 800, "cart", "a")
        .at(BROKEN + HOUR, "cart", "b");
    assertThat(standing()).containsExactly("rescue@" + (BROKEN + HOUR));
  }

  @Test
  void aPromiseThatIsKeptSilencesNothing() {
    promised().at(2 * HOUR, "call_started", "c").at(BROKEN + 1, "cart", "a");
    assertThat(standing()).containsExactly("rescue@" + (BROKEN + 1));
  }

  @Test
  void aCallThatIsToldOfLateFreesWhatComesThen() {
    promised()
        .at(BROKEN + 60, "cart", "a")
        .at(2 * HOUR, "call_started", "c")
        .at(BROKEN + 90, "cart", "b");
    assertThat(standing()).containsExactly("rescue@" + (BROKEN + 90));
  }

  @Test
  void theHourIsKnownWhenThePromiseHasLeftTheHistory() {
    promised().provenAt(CustomerStory.START + (BROKEN + 11) * 1_000L);
    for (int i = 0; i < 200; i++) {
      story.at(BROKEN + 20 + i, "question", "q" + i);
    }
    assertThat(story.state.history().touchpoints()).noneMatch(it -> it.id().equals("p"));
    story.at(BROKEN + HOUR - 1, "cart", "a").at(BROKEN + HOUR, "cart", "b");
    assertThat(standing()).contains("rescue@" + (BROKEN + HOUR));
    assertThat(standing()).doesNotContain("rescue@" + (BROKEN + HOUR - 1));
  }

  @Test
  void nothingIsSoldWhileAComplaintIsOpen() {
    story
        .at(0, "cart", "a")
        .at(10, "complaint_opened", "b")
        .at(20, "cart", "c")
        .at(30, "question", "d")
        .at(40 * HOUR, "cart", "e")
        .at(41 * HOUR, "complaint_closed", "f")
        .at(41 * HOUR + 1, "cart", "g");
    assertThat(standing()).containsExactly("rescue@0", "answer@30", "rescue@" + (41 * HOUR + 1));
    assertThat(story.withheld).containsExactly("upset", "upset");
  }
}
