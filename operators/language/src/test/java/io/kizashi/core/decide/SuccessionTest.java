package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.core.rules.Rules;
import io.kizashi.core.rules.Trial;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that change while customers act, are late, or sleep. Times are seconds of the story. */
final class SuccessionTest {
  private static final String WAITS =
      """
        left:
          kind: drop_off
          pattern: [ { event: cart, as: cart }, { absence: order, for: %s } ]
      """;
  private static final String HALF_AN_HOUR = book(WAITS.formatted("30m"));
  private static final String QUARTER = book(WAITS.formatted("15m"));
  private static final String FORTY_FIVE = book(WAITS.formatted("45m"));
  private static final String SEEN =
      """
        seen:
          kind: moment_of_truth
          pattern: [ { event: page } ]
      """;
  private static final String BOTH = book(WAITS.formatted("30m") + SEEN);

  private static String book(String moments) {
    String actions =
        """
          help_left:
            { kind: serve, answers: [left], channels: [web], expires: 1d, content: { web: { en: a } } }
        """;
    return "rulebook: r\ndisorder: 10s\nmoments:\n" + moments + "actions:\n" + actions;
  }

  private static Rules version(long version, String text) {
    return CustomerStory.compile(text, version);
  }

  /** The story goes on under another rulebook from a second on. */
  private static void change(CustomerStory story, long version, String text, long second) {
    Succession next =
        story
            .inForce
            .succession()
            .then(version(version, text), CustomerStory.START + second * 1_000);
    story.inForce = new InForce(next, "c-1", List.of());
  }

  @Test
  void aNewRuleSeesOldHistoryButRaisesNothingOfTheTimeBeforeIt() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "page", "p1").at(10, "cart", "a");
    change(story, 2, BOTH, 100);
    story.sweep(100);
    story.at(50, "page", "late").at(200, "page", "p2").ends();
    assertThat(story.standing()).containsExactly("left@1810.0:a", "seen@200.0:p2");
  }

  @Test
  void aDeadlineThatFallsDueAfterAChangeIsJudgedByTheNewRules() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a");
    change(story, 2, FORTY_FIVE, 600);
    story.sweep(600);
    story.ends();
    assertThat(story.standing()).containsExactly("left@2700.0:a");
    assertThat(story.moments).extracting(m -> m.rulebook().version()).containsExactly(2L);
  }

  @Test
  void aDeadlineThatFellDueJustBeforeAChangeIsJudgedByTheOldRules() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a").proven(1_805);
    assertThat(story.moments).isEmpty();
    change(story, 2, FORTY_FIVE, 1_805);
    story.sweep(1_805);
    story.ends();
    assertThat(story.moments).extracting(m -> m.rulebook().version()).containsExactly(1L);
    assertThat(story.standing()).containsExactly("left@1800.0:a");
    assertThat(story.recommendations).hasSize(1);
  }

  @Test
  void aDeadlineThatTheNewRulesWouldHaveSetBeforeTheChangeFloodsNobody() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a");
    change(story, 2, QUARTER, 1_200);
    story.sweep(1_200);
    story.ends();
    assertThat(story.moments).isEmpty();
  }

  @Test
  void whatArrivesLateTakesBackWhatTheOldRulesSaid() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a").proven(1_900);
    change(story, 2, FORTY_FIVE, 2_000);
    story.sweep(2_000);
    story.at(1_000, "order", "o").ends();
    assertThat(story.standing()).isEmpty();
    assertThat(story.recommendations)
        .extracting(Recommendation::status)
        .containsExactly(Recommendation.Status.ISSUED, Recommendation.Status.RETRACTED);
  }

  @Test
  void anUnchangedRuleDoesNotNoticeThatOthersChange() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a").proven(1_805);
    for (int version = 2; version < 40; version++) {
      change(story, version, BOTH + "# " + version + "\n", 1_805);
    }
    story.sweep(1_806);
    story.ends();
    assertThat(story.standing()).containsExactly("left@1800.0:a");
  }

  @Test
  void theSameTextUnderANewVersionIsCalledByIt() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR).at(0, "cart", "a");
    change(story, 2, HALF_AN_HOUR, 600);
    story.ends();
    assertThat(story.moments).extracting(m -> m.rulebook().version()).containsExactly(2L);
    assertThat(story.standing()).containsExactly("left@1800.0:a");
  }

  @Test
  void anIdleCustomerIsJudgedByARuleThatWasNotThereWhenItFellAsleep() {
    CustomerStory story =
        new CustomerStory(book(SEEN).replace("[left]", "[seen]")).at(0, "cart", "a");
    change(story, 2, BOTH, 600);
    story.sweep(600);
    story.ends();
    assertThat(story.standing()).containsExactly("left@1800.0:a");
  }

  @Test
  void aRuleThatIsGoneRaisesNothingMore() {
    CustomerStory story = new CustomerStory(BOTH).at(0, "cart", "a");
    change(story, 2, book(SEEN).replace("[left]", "[seen]"), 600);
    story.sweep(600);
    story.ends();
    assertThat(story.standing()).isEmpty();
  }

  @Test
  void aPromiseOlderThanTheHistoryOutlivesAChangeOfOtherRules() {
    String promise =
        """
          broken:
            kind: moment_of_truth
            pattern:
              - { event: promised, as: promise }
              - { absence: called, until: 'promise.properties.at' }
        """;
    String settings = "history: { for: 10d }\n";
    CustomerStory story = new CustomerStory(settings + book(promise + WAITS.formatted("30m")));
    long day = 86_400;
    story.at(0, "promised", "p", "at", (CustomerStory.START + 40 * day * 1_000) * 1.0);
    for (int i = 1; i < 30; i++) {
      story.at(i * day, "page", "v" + i).proven(i * day);
    }
    change(story, 2, settings + book(promise + WAITS.formatted("45m")), 30 * day);
    story.sweep(30 * day);
    for (int i = 31; i < 45; i++) {
      story.at(i * day, "page", "v" + i).proven(i * day);
    }
    assertThat(story.standing()).containsExactly("broken@" + 40.0 * day + ":p");
  }

  @Test
  void aRuleInShadowIsOnlyNoted() {
    String shadow = book(WAITS.formatted("30m").replace("kind:", "shadow: true\n    kind:"));
    CustomerStory story = new CustomerStory(shadow).at(0, "cart", "a").proven(2_000);
    assertThat(story.moments).isEmpty();
    assertThat(story.recommendations).isEmpty();
    assertThat(story.shadowMoments).extracting(Moment::rule).containsExactly("left");
    assertThat(story.shadowRecommendations).hasSize(1);
    story.at(1_000, "order", "o");
    assertThat(story.shadowMoments)
        .extracting(Moment::status)
        .containsExactly(Moment.Status.DETECTED, Moment.Status.RETRACTED);
    assertThat(story.shadowRecommendations)
        .extracting(Recommendation::status)
        .containsExactly(Recommendation.Status.ISSUED, Recommendation.Status.RETRACTED);
    assertThat(story.state.shadow()).doesNotContain(story.shadowMoments.get(0).id());
  }

  @Test
  void whatRunsInShadowCausesNothing() {
    String shadow =
        """
          noted:
            kind: moment_of_truth
            shadow: true
            pattern: [ { event: page } ]
        """;
    String both = WAITS.formatted("30m") + WAITS.formatted("30m").replace("left:", "left_too:");
    String text = book(both + shadow).replace("[left]", "[left, left_too, noted]");
    // Of two moments at one instant one is answered; the other waits for a cause.
    CustomerStory story =
        new CustomerStory(text).at(0, "cart", "a").proven(2_000).at(2_300, "page", "p");
    assertThat(story.recommendations).hasSize(1);
    assertThat(story.shadowRecommendations).hasSize(1);
  }

  @Test
  void anActionInShadowTellsWhatItWouldHaveDoneBesideWhatIsDone() {
    String rival =
        """
          aid_left:
            { kind: serve, answers: [left], channels: [web], expires: 1d, shadow: true,
              content: { web: { en: b } } }
        """;
    CustomerStory story =
        new CustomerStory(book(WAITS.formatted("30m")) + rival).at(0, "cart", "a").ends();
    assertThat(story.recommendations)
        .extracting(r -> r.plan().action())
        .containsExactly("help_left");
    assertThat(story.shadowRecommendations)
        .extracting(r -> r.plan().action())
        .containsExactly("aid_left");
    assertThat(story.recommendations.get(0).id())
        .isNotEqualTo(story.shadowRecommendations.get(0).id());
  }

  @Test
  void aRolloutReachesItsShareAlwaysTheSameAndMoreAsItGrows() {
    int tenth = 0;
    for (int customer = 0; customer < 10_000; customer++) {
      boolean small = reaches(10, customer);
      assertThat(reaches(10, customer)).isEqualTo(small);
      if (small) {
        tenth++;
        assertThat(reaches(50, customer)).isTrue();
      }
    }
    assertThat(tenth).isBetween(900, 1_100);
  }

  private static boolean reaches(int percent, int customer) {
    return Trial.includes("left", percent, "customer/" + customer);
  }

  @Test
  void aRuleDoesNotLookAtCustomersOutsideItsRollout() {
    String some = book(WAITS.formatted("30m").replace("kind:", "rollout: 10%\n    kind:"));
    int detected = 0;
    for (int customer = 0; customer < 300; customer++) {
      CustomerStory story = new CustomerStory(some);
      story.inForce = new InForce(story.inForce.succession(), "c" + customer, List.of());
      story.at(0, "cart", "a").ends();
      detected += story.moments.size();
    }
    assertThat(detected).isBetween(15, 50);
  }

  @Test
  void aPauseWithholdsWhatItNames() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR);
    Pause.Target web = new Pause.Target("", "web", "");
    story.inForce = new InForce(story.inForce.succession(), "c-1", List.of(web));
    story.at(0, "cart", "a").ends();
    assertThat(story.moments).hasSize(1);
    assertThat(story.recommendations).isEmpty();
    assertThat(story.withheld).containsExactly("paused");
  }

  @Test
  void aPauseOfAnotherRegionConcernsNobodyHere() {
    CustomerStory story = new CustomerStory(HALF_AN_HOUR);
    Pause.Target other = new Pause.Target("serve", "", "JP-27");
    story.inForce = new InForce(story.inForce.succession(), "c-1", List.of(other));
    story.at(0, "profile_updated", "p", "region", "JP-13").at(1, "cart", "a").ends();
    assertThat(story.recommendations).hasSize(1);
  }
}
