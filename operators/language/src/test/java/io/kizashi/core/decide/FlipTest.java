package io.kizashi.core.decide;

import static io.kizashi.core.decide.Offers.HOUR;
import static io.kizashi.core.decide.Offers.policy;
import static io.kizashi.core.decide.Offers.standing;
import static io.kizashi.core.decide.Offers.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Flip;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is said would have made a loser win, where more than its own condition hangs on the number.
 * The customer has spent 60, and the rescue is for those who have spent 100.
 */
final class FlipTest {
  private static final String RESCUE = "value: '5.0', when: 'signals.spent >= 100'";
  private static final Flip SPENT = new Flip("signals.spent", 60, 100);

  private static String actions(String help, String rescue) {
    return """
           actions:
             help:   { kind: serve, answers: [cart_left], channels: [web], expires: 1h, %scontent: { web: { en: a } } }
             rescue: { kind: sell, answers: [cart_left], channels: [web], expires: 1h, %s, content: { web: { en: a } } }
           """
        .formatted(help, rescue);
  }

  /** What would have made the rescue win. */
  private static Optional<Flip> flip(String... parts) {
    CustomerStory story = story(parts).at(-HOUR, "order", "o", "total", 60.0).at(0, "cart", "a");
    assertThat(standing(story)).containsExactly("help/web@0");
    Candidate loser =
        story.recommendations.get(0).reasoning().orElseThrow().explanation().candidates().get(1);
    assertThat(loser.reason()).isEqualTo("not_eligible");
    return loser.flip();
  }

  @Test
  void whatElseHangsOnTheNumberIsWeighedWithIt() {
    assertThat(flip(actions("value: 'signals.spent > 70.0 ? 4.0 : 1.0', ", RESCUE)))
        .contains(SPENT);
    assertThat(flip(actions("value: 'signals.spent > 70.0 ? 6.0 : 1.0', ", RESCUE))).isEmpty();
  }

  @Test
  void theNumberMayLiftWhatWasWorthLess() {
    String worth = "value: 'signals.spent >= 100.0 ? 5.0 : 0.5', when: 'signals.spent >= 100'";
    assertThat(flip(actions("", worth))).contains(SPENT);
  }

  @Test
  void theNumberMaySpoilWhatItLetsPass() {
    String context = ", context: [ { when: 'signals.spent >= 100.0', times: 0.1 } ]";
    assertThat(flip(actions("", RESCUE + context))).isEmpty();
  }

  @Test
  void nothingIsBetterThanWhatIsNotWorthItsCost() {
    String alone =
        """
        actions:
          rescue: { kind: sell, answers: [cart_left], channels: [web], expires: 1h, cost: 2, value: 'signals.spent >= 100.0 ? %s : 5.0', when: 'signals.spent >= 100', content: { web: { en: a } } }
        """;
    assertThat(withheld(alone.formatted("3.0"))).contains(SPENT);
    assertThat(withheld(alone.formatted("1.0"))).isEmpty();
  }

  private static Optional<Flip> withheld(String action) {
    CustomerStory story = story(action).at(-HOUR, "order", "o", "total", 60.0).at(0, "cart", "a");
    return story.lastWithheld.orElseThrow().explanation().candidates().get(0).flip();
  }

  @Test
  void aGuardThatTheNumberWakesKeepsItBack() {
    String guard = "guards: [ { suppress: [sell], when: 'signals.spent > %d' } ]";
    assertThat(flip(actions("", RESCUE), policy(guard.formatted(90)))).isEmpty();
    assertThat(flip(actions("", RESCUE), policy(guard.formatted(110)))).contains(SPENT);
  }

  @Test
  void nothingIsSaidOfANumberThatOtherPlacesHangOn() {
    String lingering = "guards: [ { suppress: [sell], when: 'signals.spent > 500', linger: 1h } ]";
    assertThat(flip(actions("", RESCUE), policy(lingering))).isEmpty();
    String named =
        """
        segments:
          rich: 'signals.spent > 500'
        """;
    String used = "when: '!segments.rich', ";
    assertThat(flip(named, actions(used, RESCUE))).isEmpty();
  }
}
