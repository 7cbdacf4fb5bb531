package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Before anything leaves, its moment is asked again. Stories start at 10:00 UTC; a cart is left for
 * half an hour, and what is decided on that leaves ten seconds later.
 */
final class LeavingTest {
  private static final String RULES =
      """
      rulebook: r
      disorder: 10s
      signals:
        cases: { open: 'event.type == "case_opened"', close: 'event.type == "case_closed"' }
      moments:
        left:
          kind: drop_off
          by: 'event.properties.cart'
          pattern: [ { event: cart, as: cart }, { absence: order, for: 30m } ]
          unless: call
          when: 'signals.cases == 0.0'
          open-for: 24h
      actions:
        remind: { kind: inform, answers: [left], channels: [line], expires: 12h, content: { line: { en: w } } }
      """;

  private static final String NIGHT =
      """
      policies:
        quiet-hours: { from: '21:00', to: '08:00', channels: [line], then: hold }
        guards: [ { suppress: [inform], when: 'customer.vip == true' } ]
      """;

  /** 20:45, when a cart is filled that is found left in the night. */
  private static final int EVENING = 10 * HOUR + 45 * 60;

  private static final int SILENT = 30 * 60;

  private static CustomerStory evening() {
    return new CustomerStory(RULES + NIGHT).at(EVENING, "cart", "a", "cart", "red");
  }

  private static CustomerStory noon() {
    return new CustomerStory(RULES + NIGHT).at(0, "cart", "a", "cart", "red").proven(SILENT);
  }

  @Test
  void whatStillHoldsLeaves() {
    assertThat(evening().ends().recommendations).hasSize(1);
    assertThat(noon().ends().recommendations).hasSize(1);
  }

  @Test
  void anOrderOfTheNightEndsTheCartOfTheEvening() {
    CustomerStory story = evening().at(EVENING + 2 * HOUR, "order", "b").ends();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("no_longer");
    assertThat(story.standing()).as("it was left, at that time").hasSize(1);
  }

  @Test
  void soDoesWhatTheRuleExceptsAndWhatItsConditionNoLongerAllows() {
    for (String type : new String[] {"call", "case_opened"}) {
      CustomerStory story = evening().at(EVENING + 2 * HOUR, type, "b").ends();
      assertThat(story.recommendations).as(type).isEmpty();
      assertThat(story.withheld).as(type).containsExactly("no_longer");
    }
  }

  @Test
  void anOrderOfAnotherCartDoesNot() {
    CustomerStory story = evening().at(EVENING + 2 * HOUR, "order", "b", "cart", "blue").ends();
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void anOrderInTheMorningIsTooLateToStopIt() {
    CustomerStory story = evening().at(22 * HOUR + 1, "order", "b").ends();
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void whatHappensBetweenTheDeadlineAndTheLeavingIsKnown() {
    for (String type : new String[] {"order", "call", "case_opened"}) {
      CustomerStory story = noon().at(SILENT + 5, type, "b").ends();
      assertThat(story.recommendations).as(type).isEmpty();
      assertThat(story.withheld).as(type).containsExactly("no_longer");
    }
    CustomerStory guarded = noon().at(SILENT + 5, "profile_updated", "b", "vip", true).ends();
    assertThat(guarded.withheld).containsExactly("upset");
  }

  @Test
  void whatHappensAfterItIsNot() {
    assertThat(noon().at(SILENT + 11, "order", "b").ends().recommendations).hasSize(1);
  }

  @Test
  void aMomentThatIsOverIsNoAnswersToALaterCause() {
    CustomerStory story =
        noon().at(SILENT + 5, "order", "b").at(2 * HOUR, "cart", "c", "cart", "green").ends();
    assertThat(story.recommendations)
        .singleElement()
        .satisfies(it -> assertThat(it.decidedAt()).isEqualTo(CustomerStory.START + 9_000_000));
  }

  @Test
  void whereNothingMayHangOnTheOrderOfArrivalOnlyTheDeadlineCounts() {
    CustomerStory story =
        new CustomerStory(RULES.replace("disorder: 10s", "disorder: 10s\ndecide: settled") + NIGHT)
            .at(0, "cart", "a", "cart", "red")
            .at(SILENT + 5, "order", "b")
            .ends();
    assertThat(story.recommendations).hasSize(1);
  }
}
