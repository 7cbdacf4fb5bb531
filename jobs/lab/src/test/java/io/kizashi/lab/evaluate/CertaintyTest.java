package io.kizashi.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.text.Feeling;
import io.kizashi.text.Scored;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  @Test
  void whatIsSureCountsAndIsRightWhereTheSignsAgree() {
    List<Labelled> texts =
        List.of(
            Labelled.rated("bad", -2.5),
            Labelled.rated("good", 1),
            Labelled.named("glad", "joy"),
            Labelled.named("plain", "neutral"),
            Labelled.named("oh", "surprise"),
            Labelled.named("doubtful", "negative"),
            Labelled.named("silent", "negative"));
    List<Optional<Scored>> scores =
        List.of(
            told(-0.5, 0.95),
            told(-0.5, 0.95),
            told(0.5, 0.91),
            told(0.5, 1),
            told(0.5, 1),
            told(-0.5, 0.9),
            Optional.empty());
    assertThat(Certainty.of(texts, scores)).isEqualTo(new Certainty(4, 2));
  }

  private static Optional<Scored> told(double valence, double confidence) {
    return Optional.of(new Scored(valence, 0, Feeling.NEUTRAL, confidence, List.of()));
  }
}
