package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.oracle.moments.Hunt;
import io.kizashi.testing.Seeds;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flink's operator against the naive model, on random rulebooks and streams: others for each
 * commit. {@code -Dkizashi.seed} and {@code -Dkizashi.operatorCases} choose others, or more.
 */
final class OperatorOracleTest {
  private static final int CASES = Integer.getInteger("kizashi.operatorCases", 16);

  /** From each seed that is held for ever so many cases: each takes about a second. */
  private static final int FIXED_CASES = 4;

  /** Differences that are made small: each takes a while. */
  private static final int MOST = 3;

  @Test
  void restoredAfterEveryInputItDetectsAndDecidesWhatTheModelSays() {
    assertThat(differences(Seeds.seed(), CASES)).isEmpty();
  }

  /** A seed that finds something is added here once it is repaired. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20_250_301, 20_250_510, 20_251_022})
  void casesThatWereCheckedOnceStayRight(long seed) {
    assertThat(differences(seed, FIXED_CASES)).isEmpty();
  }

  /** The differences, each with the seed that repeats it; the processors share the seeds. */
  private static List<String> differences(long first, int cases) {
    Hunt hunt = new Hunt((document, rules) -> new CheckedOperator(document), Seeds::differs);
    return LongStream.range(first, first + cases)
        .parallel()
        .unordered()
        .boxed()
        .flatMap(seed -> hunt.find(seed).map(it -> "seed " + seed + ": " + it.show()).stream())
        .limit(MOST)
        .toList();
  }
}
