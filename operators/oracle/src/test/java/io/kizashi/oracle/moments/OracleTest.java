package io.kizashi.oracle.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against the naive model, on random rulebooks and streams: others for each commit.
 * {@code -Dkizashi.seed} and {@code -Dkizashi.cases} choose others, or more; the command {@code
 * check} goes on without end.
 */
final class OracleTest {
  private static final int CASES = Integer.getInteger("kizashi.cases", 2_000);

  /** From each seed that is held for ever so many cases. */
  private static final int FIXED_CASES = 50;

  @Test
  void theCoreDetectsAndDecidesWhatTheModelSays() {
    assertThat(differences(Seeds.seed(), CASES)).isEmpty();
  }

  /** A seed that finds something is added here once it is repaired. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      longs = {
        20_250_301,
        20_250_510,
        20_251_022,
        4_665_918_898_236L,
        277_311_235_936_883L,
        225_917_681_313_752L
      })
  void casesThatWereCheckedOnceStayRight(long seed) {
    assertThat(differences(seed, FIXED_CASES)).isEmpty();
  }

  /** The first differences, each with the seed that repeats it; the processors share the seeds. */
  private static List<String> differences(long seed, int cases) {
    int workers = Runtime.getRuntime().availableProcessors();
    return IntStream.range(0, workers)
        .parallel()
        .boxed()
        .flatMap(first -> differences(seed, first, workers, cases).stream())
        .toList();
  }

  private static List<String> differences(long seed, int first, int step, int cases) {
    List<String> differences = new ArrayList<>();
    JqwikSession.run(
        () -> {
          Hunt hunt = new Hunt((document, rules) -> new CoreEngine(rules));
          for (int i = first; i < cases && differences.size() < 3; i += step) {
            String repeat = "seed " + (seed + i) + ": ";
            hunt.find(seed + i).ifPresent(find -> differences.add(repeat + find.show()));
          }
        });
    return differences;
  }
}
