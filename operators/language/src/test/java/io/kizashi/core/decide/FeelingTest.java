package io.kizashi.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizashi.core.detect.World;
import io.kizashi.core.expression.Facts;
import io.kizashi.core.expression.Misses;
import io.kizashi.core.inforce.InForce;
import io.kizashi.core.inforce.Succession;
import io.kizashi.schema.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What behaviour says of feelings. Times are seconds of the story. */
final class FeelingTest {
  private static final String BOOK =
      """
      rulebook: r
      disorder: 10s
      history: { touchpoints: %s, for: 30d }
      moments:
        raging:
          kind: drop_off
          pattern: [ { event: click, times: 3, within: 1s } ]
          feels: { valence: -0.8, arousal: 0.6, label: anger, confidence: 0.5 }
        upset:
          kind: moment_of_truth
          pattern: [ { emotion: { below: -0.3 } } ]
      actions:
        help: { kind: serve, answers: [upset], channels: [web], expires: 1d, content: { web: { en: a } } }
      """;

  private static CustomerStory clicks(CustomerStory story) {
    return story.at(10, "click", "a").at(10, "click", "b").at(11, "click", "c");
  }

  private static double valence(CustomerStory story, long second) {
    Facts facts =
        World.of(story.state, story.inForce.rules(), new Misses())
            .at(Position.after(CustomerStory.START + second * 1_000));
    Map<?, ?> emotion = (Map<?, ?>) facts.find("emotion").orElseThrow();
    return Optional.ofNullable((Double) emotion.get("valence")).orElseThrow();
  }

  @Test
  void aRunOfTheRuleCountsAsIfATouchpointHadSaidSo() {
    CustomerStory story = clicks(new CustomerStory(BOOK.formatted("200")));
    assertThat(valence(story, 11)).isCloseTo(-0.8 * 0.5 / (0.5 + 0.5), within(1e-9));
    assertThat(valence(story, 11 + 1_800)).isCloseTo(-0.8 * 0.25 / 0.75, within(1e-9));
    assertThat(story.standing()).containsExactly("raging@11.0:a,b,c", "upset@11.0:c");
  }

  @Test
  void withoutARunNothingIsFelt() {
    CustomerStory story =
        new CustomerStory(BOOK.formatted("200")).at(10, "click", "a").at(12, "click", "b");
    assertThat(valence(story, 12)).isZero();
    assertThat(story.standing()).isEmpty();
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    CustomerStory story =
        new CustomerStory(BOOK.formatted("200"))
            .at(11, "click", "c")
            .at(10, "click", "a")
            .at(10, "click", "b");
    assertThat(story.standing()).containsExactly("raging@11.0:a,b,c", "upset@11.0:c");
  }

  @Test
  void whatLeftTheHistoryIsStillFelt() {
    CustomerStory story = clicks(new CustomerStory(BOOK.formatted("5")));
    for (int i = 0; i < 300; i++) {
      story.at(100 + i, "page", "p" + i).at(100 + i, "click", "q" + i);
    }
    assertThat(story.state.history().touchpoints()).noneMatch(t -> t.id().equals("a"));
    CustomerStory whole = clicks(new CustomerStory(BOOK.formatted("1000")));
    for (int i = 0; i < 300; i++) {
      whole.at(100 + i, "page", "p" + i).at(100 + i, "click", "q" + i);
    }
    assertThat(valence(story, 500)).isCloseTo(valence(whole, 500), within(1e-9)).isNegative();
  }

  @Test
  void whatARunSaidStandsWhereItEndedThoughItsAnchorIsGone() {
    String book =
        BOOK.formatted("200")
            .replace("for: 30d", "for: 1h")
            .replace("within: 1s", "within: 50m")
            .replace("below: -0.3 } } ]", "below: -0.3 } } ]\n    once-per: 1m");
    CustomerStory story =
        new CustomerStory(book).at(0, "click", "a").at(1_000, "click", "b").at(2_000, "click", "c");
    assertThat(story.standing()).contains("upset@2000.0:c");
    story.proven(4_200).at(4_200, "click", "d").proven(4_300).at(4_300, "click", "e");
    assertThat(story.state.history().touchpoints()).noneMatch(t -> t.id().equals("a"));
    assertThat(story.state.history().touchpoints()).anyMatch(t -> t.id().equals("c"));
    assertThat(story.standing()).contains("upset@2000.0:c");
  }

  @Test
  void whoReadsFeelingsIsAnotherRuleOnceOthersAreFelt() {
    CustomerStory story =
        clicks(new CustomerStory(BOOK.formatted("200").replace("valence: -0.8", "valence: -0.1")));
    assertThat(story.standing()).containsExactly("raging@11.0:a,b,c");
    Succession next =
        story
            .inForce
            .succession()
            .then(CustomerStory.compile(BOOK.formatted("200"), 2), CustomerStory.START + 60_000);
    story.inForce = new InForce(next, "c-1", List.of());
    story.sweep(60).ends();
    assertThat(story.standing()).containsExactly("raging@11.0:a,b,c");
  }
}
