package io.kizashi.lab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void correlationIsPearsons() {
    double[] x = {1, 2, 3, 4};
    assertThat(Statistics.correlation(x, new double[] {2, 4, 6, 8})).isCloseTo(1, within(1e-12));
    assertThat(Statistics.correlation(x, new double[] {4, 3, 2, 1})).isCloseTo(-1, within(1e-12));
    assertThat(Statistics.correlation(x, new double[] {1, 3, 2, 4})).isCloseTo(0.8, within(1e-12));
    assertThat(Statistics.correlation(x, new double[] {5, 5, 5, 5})).isZero();
  }

  @Test
  void everyLabelWeighsTheSameInMacroF1() {
    List<String> labels = List.of("a", "a", "a", "b");
    assertThat(Statistics.macroF1(labels, labels)).isEqualTo(1);
    // a: 2·3/(3+4), b: 0.
    assertThat(Statistics.macroF1(labels, List.of("a", "a", "a", "a")))
        .isCloseTo(3.0 / 7, within(1e-12));
    // c is no label, so it costs only those that it was said of.
    assertThat(Statistics.macroF1(labels, List.of("a", "a", "a", "c")))
        .isCloseTo(0.5, within(1e-12));
  }
}
