package io.kizashi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
  @Test
  void aCoinFallsAsItMust() {
    assertThat(Chance.atLeast(10, 10, 0.5)).isCloseTo(1 / 1024.0, within(1e-12));
    assertThat(Chance.atLeast(9, 10, 0.5)).isCloseTo(11 / 1024.0, within(1e-12));
    assertThat(Chance.atLeast(6, 10, 0.5)).isCloseTo(386 / 1024.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"12, 40, 0.125", "30, 100, 0.25", "900, 1000, 0.5", "3, 2000, 0.0009765625"})
  void sumsAreThoseOfExactArithmetic(int count, int trials, double probability) {
    double exact = exact(count, trials, probability);
    assertThat(Chance.atLeast(count, trials, probability)).isCloseTo(exact, within(1e-9 * exact));
  }

  @Test
  void whatChanceExplainsIsNotTooMuch() {
    assertThat(Chance.exceeded(8, 10, 0.5)).as("5.5 %").isFalse();
    assertThat(Chance.exceeded(10, 10, 0.5)).as("0.1 %").isTrue();
    assertThat(Chance.exceeded(1, 10, 0.5)).as("below the mean").isFalse();
    assertThat(Chance.exceeded(10, 10, 1.0)).as("all are allowed").isFalse();
    assertThat(Chance.exceeded(10, 10, 0.0)).as("none is allowed").isTrue();
  }

  @Test
  void aRateIsHeldAgainstTheOtherWithWhatIsAllowed() {
    assertThat(Chance.exceeded(40, 100, 1_000, 10_000, 2)).as("4 times").isTrue();
    assertThat(Chance.exceeded(21, 100, 1_000, 10_000, 2)).as("2.1 times").isFalse();
    assertThat(Chance.exceeded(10, 100, 0, 10_000, 2)).as("nothing on the other side").isTrue();
    assertThat(Chance.exceeded(10, 100, 0, 0, 2)).as("nobody on the other side").isFalse();
    assertThat(Chance.exceeded(0, 0, 0, 0, 2)).as("nobody at all").isFalse();
  }

  @Test
  void manyTrialsAreNoTrouble() {
    assertThat(Chance.atLeast(500_000, 1_000_000, 0.5)).isCloseTo(0.5, within(0.001));
    assertThat(Chance.exceeded(503_000, 1_000_000, 0.5)).isTrue();
    assertThat(Chance.exceeded(501_000, 1_000_000, 0.5)).isFalse();
  }

  private static double exact(int count, int trials, double probability) {
    MathContext precise = new MathContext(60);
    BigDecimal p = new BigDecimal(probability);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = count; k <= trials; k++) {
      BigDecimal term =
          new BigDecimal(choose(trials, k))
              .multiply(p.pow(k, precise), precise)
              .multiply(BigDecimal.ONE.subtract(p).pow(trials - k, precise), precise);
      sum = sum.add(term, precise);
    }
    return sum.doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
