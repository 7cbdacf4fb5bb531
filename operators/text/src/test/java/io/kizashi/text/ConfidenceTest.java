package io.kizashi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.5, 0.5",
    "0.8, 0.8",
    "0.88, 0.85",
    "0.96, 0.9",
    "0.98, 0.95",
    "1, 1",
    "1.1, 1"
  })
  void theTopIsBroughtDown(double reckoned, double told) {
    assertThat(Confidence.told(reckoned)).isEqualTo(told, within(1e-9));
  }

  @Test
  void moreEvidenceAndMoreAgreementAreNeverLessSure() {
    double before = 0;
    for (int grains = 1; grains <= 400; grains++) {
      double evidence = grains / 100.0;
      double alone = Confidence.of(evidence, evidence);
      assertThat(alone).isBetween(before, 1.0);
      assertThat(Confidence.of(evidence, 0)).isBetween(0.0, alone);
      assertThat(Confidence.of(evidence, -evidence)).isEqualTo(alone);
      before = alone;
    }
  }
}
