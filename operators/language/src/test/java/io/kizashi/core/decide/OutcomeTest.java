package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Senders report what became of a message by its recommendation alone: what was done, and where,
 * the engine knows.
 */
final class OutcomeTest {
  private static final String RULES =
      """
      rulebook: r
      signals:
        opened: { count: 'event.type == "recommendation_outcome" && event.properties.action == "remind" && event.channel == "email"', within: 1d }
      moments:
        left: { kind: drop_off, pattern: [ { event: cart } ] }
        seen:
          kind: drop_off
          pattern: [ { event: recommendation_outcome, where: 'event.properties.outcome == "opened" && event.channel == "email" && event.properties.action == "remind" && event.properties.kind == "inform"' } ]
        counted: { kind: drop_off, pattern: [ { event: asked } ], when: 'signals.opened == 1.0' }
      actions:
        remind: { kind: inform, answers: [left], channels: [email], expires: 12h, content: { email: { en: { subject: s, body: w } } } }
        help: { kind: serve, answers: [seen, counted], channels: [web], expires: 12h, content: { web: { en: w } } }
      """;

  private static CustomerStory opened(String recommendation, CustomerStory story) {
    Touchpoint told =
        CustomerStory.touchpoint(
            "b",
            "recommendation_outcome",
            CustomerStory.START + 60_000,
            "recommendation",
            recommendation,
            "outcome",
            "opened");
    return story.arrives(told.with(Setting.NONE, told.properties())).at(90, "asked", "c");
  }

  @Test
  void theRecommendationAloneTellsActionKindAndChannel() {
    CustomerStory story = new CustomerStory(RULES).at(0, "cart", "a");
    Recommendation sent = story.recommendations.get(0);
    assertThat(opened(sent.id(), story).standing())
        .isEqualTo(List.of("counted@90.0:c", "left@0.0:a", "seen@60.0:b"));
  }

  @Test
  void ofWhatWasNotDecidedHereNothingIsKnown() {
    CustomerStory story = new CustomerStory(RULES).at(0, "cart", "a");
    assertThat(opened("another", story).standing()).containsExactly("left@0.0:a");
  }
}
