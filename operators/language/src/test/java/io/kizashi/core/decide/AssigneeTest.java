package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.DAY;
import static io.kizashi.core.decide.Offers.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.recipient.Owners;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a task is. The story starts on March 1, 2025, at 10:00 UTC. */
final class AssigneeTest {
  private static final String RULEBOOK =
      """
      rulebook: r
      timezone: Asia/Tokyo
      moments:
        angry: { kind: moment_of_truth, owner: care-team, pattern: [ { event: complaint } ] }
        ignored: { kind: drop_off, pattern: [ { event: asked }, { absence: told, for: 1h } ], open-for: 2d }
      actions:
        call: { kind: recover, to: supervisor, answers: [angry], channels: [desk], expires: 1d, content: { desk: { en: a } } }
        answer: { kind: serve, to: store, answers: [ignored], campaign: spring, channels: [desk], expires: 1d, content: { desk: { en: b } } }
      """;

  private static CustomerStory story(String... owners) {
    return new CustomerStory(RULEBOOK + "owners:\n  " + String.join("\n  ", owners) + "\n");
  }

  private static String assignee(CustomerStory story) {
    assertThat(story.recommendations).hasSize(1);
    return story.recommendations.get(0).plan().ownership().assignee();
  }

  private static String found(CustomerStory story) {
    return story
        .recommendations
        .get(0)
        .reasoning()
        .orElseThrow()
        .explanation()
        .values()
        .getOrDefault(Owners.EXPLAINED, "");
  }

  @Test
  void aTaskIsForTheOwnerOfItsRecipient() {
    CustomerStory story =
        story("supervisor: care-leads@shop", "store: shops", "fallback: desk@shop")
            .at(0, "complaint", "a");
    assertThat(assignee(story)).isEqualTo("care-leads@shop");
    assertThat(found(story)).isEqualTo("owners.supervisor");
    assertThat(story.nobodys).isZero();
  }

  @Test
  void whoAnswersForTheMomentAndTheCampaignAreSaidWithIt() {
    CustomerStory story =
        story("supervisor: leads", "store: shops", "fallback: desk").at(0, "complaint", "a");
    assertThat(story.recommendations.get(0).plan().ownership())
        .isEqualTo(new Ownership("leads", "", "care-team"));
    CustomerStory other =
        story("supervisor: leads", "store: shops", "fallback: desk").at(0, "asked", "a").ends();
    assertThat(other.recommendations.get(0).plan().ownership())
        .isEqualTo(new Ownership("shops", "spring", ""));
  }

  @Test
  void withoutOwnersATaskHasNoAssignee() {
    CustomerStory story = new CustomerStory(RULEBOOK).at(0, "complaint", "a");
    assertThat(assignee(story)).isEmpty();
    assertThat(found(story)).isEmpty();
    assertThat(story.nobodys).isZero();
  }

  @Test
  void theOwnerIsFoundByTheTouchpointThatCompletedTheMoment() {
    String byQueue = "supervisor: { by: 'event.properties.queue', is: { billing: ledger } }";
    CustomerStory story =
        story(byQueue, "fallback: desk").at(0, "complaint", "a", "queue", "billing");
    assertThat(assignee(story)).isEqualTo("ledger");
  }

  /** The silence has no touchpoint of its own: the last one that the steps took stands for it. */
  @Test
  void whereSilenceCompletedItTheTouchpointBeforeTheSilenceCounts() {
    CustomerStory story =
        story("store: 'event.properties.shop'", "fallback: desk")
            .at(0, "asked", "a", "shop", "shinjuku")
            .at(60, "page_viewed", "b", "shop", "shibuya")
            .ends();
    assertThat(assignee(story)).isEqualTo("shinjuku");
    assertThat(found(story)).isEqualTo("owners.store");
  }

  @Test
  void whatFollowsAMomentIsForWhoseTheFollowedOneIs() {
    String following =
        """
        rulebook: r
        moments:
          ignored: { kind: drop_off, pattern: [ { event: asked }, { absence: told, for: 1h } ] }
          again: { kind: drop_off, pattern: [ { moment: ignored }, { absence: told, for: 1h } ], open-for: 2d }
        actions:
          answer: { kind: serve, to: store, answers: [again], channels: [desk], expires: 1d, content: { desk: { en: b } } }
        owners: { store: 'event.properties.shop', fallback: desk }
        """;
    CustomerStory story =
        new CustomerStory(following).at(0, "asked", "a", "shop", "shinjuku").ends();
    assertThat(assignee(story)).isEqualTo("shinjuku");
  }

  @Test
  void theOwnerMayBeKnownOfTheCustomer() {
    CustomerStory story =
        story("supervisor: 'customer.rep'", "fallback: desk")
            .at(0, "profile_updated", "p", "rep", "tanaka")
            .at(1, "complaint", "a");
    assertThat(assignee(story)).isEqualTo("tanaka");
  }

  @Test
  void whatIsNotKnownNotListedOrBlankIsForTheFallbackAndCounted() {
    List<CustomerStory> stories =
        List.of(
            story("supervisor: 'customer.rep'", "fallback: desk").at(0, "complaint", "a"),
            story("supervisor: 'event.properties.who'", "fallback: desk")
                .at(0, "complaint", "a", "who", "  "),
            story("supervisor: 'event.properties.who'", "fallback: desk")
                .at(0, "complaint", "a", "who", "x".repeat(81)),
            story("supervisor: { by: 'event.properties.queue', is: { a: b } }", "fallback: desk")
                .at(0, "complaint", "a", "queue", "toString"),
            story("store: shops", "fallback: desk").at(0, "complaint", "a"));
    for (CustomerStory story : stories) {
      assertThat(assignee(story)).isEqualTo("desk");
      assertThat(found(story)).isEqualTo(Owners.FALLBACK);
      assertThat(story.nobodys).isOne();
    }
  }

  @Test
  void aDeputyDoesTheTasksOfTheDayOnWhichTheyAreDone() {
    String[] owners = {
      "supervisor: tanaka",
      "fallback: desk",
      "away: [ { who: tanaka, from: 2025-03-02, to: 2025-03-02, deputy: sato } ]"
    };
    // In Tokyo March 2 lasts from 15:00 UTC to 15:00 UTC.
    assertThat(assignee(story(owners).at(5 * HOUR - 1, "complaint", "a"))).isEqualTo("tanaka");
    CustomerStory covered = story(owners).at(5 * HOUR, "complaint", "a");
    assertThat(assignee(covered)).isEqualTo("sato");
    assertThat(found(covered)).isEqualTo("owners.away");
    assertThat(covered.nobodys).isZero();
    assertThat(assignee(story(owners).at(5 * HOUR + DAY - 1, "complaint", "a"))).isEqualTo("sato");
    assertThat(assignee(story(owners).at(5 * HOUR + DAY, "complaint", "a"))).isEqualTo("tanaka");
  }

  /** A task that waits is done on a later day, on which another may be away. */
  @Test
  void aTaskThatWaitsIsForWhoeverIsThereWhenItIsDone() {
    String later = RULEBOOK.replace("desk], expires", "desk], after: 6h, expires");
    CustomerStory story =
        new CustomerStory(
                later
                    + """
                    owners:
                      supervisor: tanaka
                      fallback: desk
                      away: [ { who: tanaka, from: 2025-03-02, to: 2025-03-02, deputy: sato } ]
                    """)
            .at(0, "complaint", "a")
            .ends();
    assertThat(assignee(story)).isEqualTo("sato");
  }

  @Test
  void aTaskThatWaitsAndNobodyOwnsIsCountedOnceWhenItIsIssued() {
    String later = RULEBOOK.replace("desk], expires", "desk], after: 6h, expires");
    CustomerStory story =
        new CustomerStory(later + "owners: { supervisor: 'customer.rep', fallback: desk }\n")
            .at(0, "complaint", "a")
            .proven(6 * HOUR);
    assertThat(story.recommendations).isEmpty();
    assertThat(story.nobodys).isZero();
    story.ends();
    assertThat(assignee(story)).isEqualTo("desk");
    assertThat(story.nobodys).isOne();
  }

  @Test
  void aTaskThatIsTakenBackIsStillForWhomItWas() {
    CustomerStory story =
        story("store: 'event.properties.shop'", "fallback: desk")
            .at(0, "asked", "a", "shop", "shinjuku")
            .proven(HOUR + 60)
            .at(30, "told", "late");
    assertThat(story.recommendations)
        .extracting(Recommendation::status)
        .containsExactly(Recommendation.Status.ISSUED, Recommendation.Status.RETRACTED);
    assertThat(story.recommendations)
        .extracting(it -> it.plan().ownership())
        .containsOnly(new Ownership("shinjuku", "spring", ""));
  }

  @Test
  void messagesToCustomersHaveNoAssignee() {
    CustomerStory story =
        new CustomerStory(
                RULEBOOK.replace("to: supervisor, ", "")
                    + "owners: { supervisor: leads, store: shops, fallback: desk }\n")
            .at(0, "complaint", "a");
    assertThat(assignee(story)).isEmpty();
    assertThat(story.nobodys).isZero();
  }
}
