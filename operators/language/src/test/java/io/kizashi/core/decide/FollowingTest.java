package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.state.DetectedMoment;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A rule follows the moments of another: a mail is not opened for two hours, and then a message is
 * not read for one.
 */
final class FollowingTest {
  private static final String RULES =
      """
      rulebook: r
      moments:
        unopened:
          kind: drop_off
          pattern: [ { event: mail }, { absence: opened, for: 2h } ]
        unread:
          kind: drop_off
          pattern: [ { moment: unopened, as: first }, { absence: read, for: 1h } ]
          open-for: 24h
      actions:
        remind: { kind: inform, answers: [unread], channels: [email], expires: 12h, content: { email: { en: { subject: s, body: w } } } }
      """;

  private static final int MINUTE = 60;

  private static CustomerStory reminded() {
    return new CustomerStory(RULES).at(0, "mail", "a").proven(181 * MINUTE);
  }

  private static List<Status> statuses(CustomerStory story) {
    return story.recommendations.stream().map(Recommendation::status).toList();
  }

  private static String first(CustomerStory story, String rule) {
    return story.moments.stream()
        .filter(it -> it.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void whatFollowsAMomentFallsWithIt() {
    CustomerStory story = reminded();
    String unopened = first(story, "unopened");
    assertThat(story.standing()).containsExactly("unopened@7200.0:a", "unread@10800.0:" + unopened);
    story.at(60 * MINUTE, "opened", "b").ends();
    assertThat(story.standing()).isEmpty();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  /** Another mail takes the first one's place, and stands half an hour after the message. */
  @Test
  void whatFollowsAnotherThatIsNotDueYetIsToldAlready() {
    CustomerStory story = reminded().at(90 * MINUTE, "mail", "b");
    assertThat(story.standing()).isEmpty();
    assertThat(statuses(story)).as("the other still waits").containsExactly(Status.ISSUED);
    story.ends();
    assertThat(story.standing()).anyMatch(it -> it.startsWith("unread@16200.0:"));
    assertThat(statuses(story)).containsExactly(Status.ISSUED);
    assertThat(story.withheld).containsExactly("already_told");
  }

  @Test
  void theMessageIsTakenBackOnceTheOtherDoesNotComeToStand() {
    CustomerStory story = reminded().at(90 * MINUTE, "mail", "b").at(200 * MINUTE, "opened", "c");
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
    assertThat(story.ends().standing()).isEmpty();
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  @Test
  void soItIsOnceWhatFollowsTheOtherDoesNot() {
    CustomerStory story = reminded().at(90 * MINUTE, "mail", "b").proven(211 * MINUTE);
    assertThat(statuses(story)).as("the other stands").containsExactly(Status.ISSUED);
    story.at(220 * MINUTE, "read", "c").ends();
    assertThat(story.standing()).containsExactly("unopened@12600.0:b");
    assertThat(statuses(story)).containsExactly(Status.ISSUED, Status.RETRACTED);
  }

  /** The engine is killed, and goes on from a checkpoint in which both are forgotten. */
  @Test
  void whatIsForgottenWithWhatItFollowedIsNotTakenBack() {
    CustomerStory story = reminded();
    List<Moment> old = List.copyOf(story.moments);
    long late = 40L * 24 * 60 * MINUTE;
    story.at(late, "mail", "b").proven(late + 181 * MINUTE);
    assertThat(story.state.moments()).map(DetectedMoment::moment).doesNotContainAnyElementsOf(old);
    for (Moment said : old) {
      story.state = Recollection.of(story.state, said, Mode.IN_EARNEST);
    }
    assertThat(Decider.settle(story.state, story.inForce).moments()).isEmpty();
  }

  @Test
  void whatDoesNotComeAgainIsTakenBackWithWhatItFollowed() {
    CustomerStory first = new CustomerStory(RULES).at(0, "mail", "a");
    CustomerStory second = new CustomerStory(RULES);
    second.state = first.state;
    first
        .proven(181 * MINUTE)
        .moments
        .forEach(said -> second.state = Recollection.of(second.state, said, Mode.IN_EARNEST));
    second.at(60 * MINUTE, "opened", "b").proven(181 * MINUTE);
    assertThat(Decider.settle(second.state, second.inForce).moments())
        .containsExactlyElementsOf(first.moments.stream().map(Moment::retracted).toList());
  }
}
