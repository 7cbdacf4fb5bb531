package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A correction is no new message. A cart that is left for half an hour is reminded of; a cart that
 * comes late makes the moment another one.
 */
final class CorrectionsTest {
  private static final String RULES =
      """
      rulebook: r
      moments:
        left:
          kind: drop_off
          by: 'event.properties.cart'
          pattern: [ { event: cart }, { absence: order, for: 30m } ]
          open-for: 24h
      actions:
        remind: { kind: inform, answers: [left], channels: [email], expires: 12h, content: { email: { en: { subject: s, body: w } } } }
      """;

  private static final int MINUTE = 60;

  private static String with(String line) {
    return RULES.replace("    open-for: 24h", "    open-for: 24h\n    " + line);
  }

  private static CustomerStory reminded(String rules) {
    return new CustomerStory(rules).at(0, "cart", "a", "cart", "red").proven(31 * MINUTE);
  }

  private static List<Status> statuses(CustomerStory story) {
    return story.recommendations.stream().map(Recommendation::status).toList();
  }

  @Test
  void aNewerCartThatComesLateIsToldAlready() {
    CustomerStory story = reminded(RULES).at(20 * MINUTE, "cart", "b", "cart", "red").ends();
    assertThat(story.standing()).containsExactly("left@3000.0:b");
    assertThat(statuses(story)).containsExactly(Status.ISSUED);
    assertThat(story.withheld).containsExactly("already_told");
  }

  @Test
  void theMessageIsTakenBackOnceNothingTakesThePlace() {
    CustomerStory story = reminded(RULES).at(20 * MINUTE, "cart", "b", "cart", "red");
    assertThat(statuses(story)).as("the newer one still waits").containsExactly(Status.ISSUED);
    story.at(40 * MINUTE, "order", "c");
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
    assertThat(story.ends().standing()).isEmpty();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  @Test
  void soItIsWhenWhatTookThePlaceFalls() {
    CustomerStory story = reminded(RULES).at(20 * MINUTE, "cart", "b", "cart", "red");
    story.proven(51 * MINUTE).at(45 * MINUTE, "order", "c");
    assertThat(story.ends().standing()).isEmpty();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  @Test
  void anOlderCartComesBackIntoItsPlace() {
    CustomerStory story =
        new CustomerStory(with("once-per: 2h"))
            .at(60 * MINUTE, "cart", "b", "cart", "red")
            .proven(91 * MINUTE)
            .at(0, "cart", "a", "cart", "red")
            .ends();
    assertThat(story.standing()).as("it comes first").containsExactly("left@1800.0:a");
    assertThat(statuses(story)).containsExactly(Status.ISSUED);
  }

  @Test
  void whatIsAboutAnotherMatterIsNot() {
    CustomerStory story =
        reminded(RULES)
            .at(20 * MINUTE, "cart", "b", "cart", "blue")
            .at(25 * MINUTE, "order", "c", "cart", "red")
            .ends();
    assertThat(story.standing()).containsExactly("left@3000.0:b");
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED, Status.ISSUED);
  }

  @Test
  void anotherRunOfTheSameIsNew() {
    CustomerStory story =
        reminded(RULES)
            .at(25 * MINUTE, "order", "c", "cart", "red")
            .at(90 * MINUTE, "cart", "d", "cart", "red")
            .ends();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED, Status.ISSUED);
  }

  @Test
  void whatWasOnlyHeldIsDecidedAnew() {
    String night =
        RULES
            + "policies: { quiet-hours: { from: '10:00', to: '12:00', channels: [email], then: hold"
            + " } }\n";
    CustomerStory story = reminded(night).at(20 * MINUTE, "cart", "b", "cart", "red").ends();
    assertThat(story.recommendations)
        .singleElement()
        .satisfies(it -> assertThat(it.moment().detectedAt()).isEqualTo(at(50 * MINUTE)));
  }

  @Test
  void aMessageThatDidNotArriveTellsNothing() {
    CustomerStory story = reminded(RULES);
    String sent = story.recommendations.get(0).id();
    story
        .at(31 * MINUTE, "recommendation_outcome", "o", "recommendation", sent, "outcome", "failed")
        .at(20 * MINUTE, "cart", "b", "cart", "red")
        .ends();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED, Status.ISSUED);
  }

  private static long at(long seconds) {
    return CustomerStory.START + seconds * 1_000;
  }
}
