package io.kizashi.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.text.Feeling;
import io.kizashi.text.Scored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxScorerTest {
  @Test
  void theModelsValenceIsTheTextsAndStaysInRange() {
    try (OnnxScorer scorer = new OnnxScorer(TinyModel.ofValence("valence"))) {
      assertThat(scorer.score("good", "en"))
          .contains(new Scored(0.75, 0, Feeling.JOY, 0.5, List.of()));
      assertThat(scorer.score("悪い", "ja"))
          .contains(new Scored(-1, 0, Feeling.SADNESS, 0.5, List.of()));
      assertThat(scorer.score("neither", "en")).isEmpty();
    }
  }

  @Test
  void theModelsLabelIsTheFeeling() {
    try (OnnxScorer scorer = new OnnxScorer(TinyModel.ofValenceAndLabel())) {
      assertThat(scorer.score("good", "en").map(Scored::feeling)).contains(Feeling.TRUST);
      assertThat(scorer.score("悪い", "ja").map(Scored::feeling)).contains(Feeling.DISGUST);
      assertThat(scorer.score("neither", "en")).isEmpty();
    }
  }

  @Test
  void aModelThatDoesNotFitIsRefusedAtOnce() {
    assertThatThrownBy(() -> new OnnxScorer(TinyModel.ofValence("mood")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("valence");
    assertThatThrownBy(() -> new OnnxScorer("no model".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("refuses");
  }
}
