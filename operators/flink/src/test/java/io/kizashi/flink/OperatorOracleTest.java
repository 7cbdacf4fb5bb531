package io.kizashi.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.oracle.moments.CheckedEngine;
import io.kizashi.oracle.moments.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Flink's operator against the naive model, on random rulebooks and streams. {@code -Dkizashi.seed}
 * and {@code -Dkizashi.cases} choose others, or more; the command {@code check} goes on without
 * end.
 */
final class OperatorOracleTest {
  private static final long SEED = Long.getLong("kizashi.seed", 20_250_301L);
  private static final int CASES = Integer.getInteger("kizashi.operatorCases", 50);

  @Test
  void restoredAfterEveryInputItDetectsAndDecidesWhatTheModelSays() {
    assertThat(differences((document, rules) -> new CheckedOperator(document), CASES)).isEmpty();
  }

  /** The first differences, each with the seed that repeats it; the processors share the seeds. */
  private static List<String> differences(CheckedEngine.Maker engines, int cases) {
    int workers = Runtime.getRuntime().availableProcessors();
    return IntStream.range(0, workers)
        .parallel()
        .boxed()
        .flatMap(first -> differences(engines, first, workers, cases).stream())
        .toList();
  }

  private static List<String> differences(
      CheckedEngine.Maker engines, int first, int step, int cases) {
    List<String> differences = new ArrayList<>();
    JqwikSession.run(
        () -> {
          Hunt hunt = new Hunt(engines);
          for (int i = first; i < cases && differences.size() < 3; i += step) {
            String repeat = "seed " + (SEED + i) + ": ";
            hunt.find(SEED + i).ifPresent(find -> differences.add(repeat + find.show()));
          }
        });
    return differences;
  }
}
