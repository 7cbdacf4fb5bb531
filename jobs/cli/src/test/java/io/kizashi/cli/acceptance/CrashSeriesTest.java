package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.terminal.EnvironmentFault;
import io.kizashi.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The crash drill in its long form. Takes most of an hour: {@code mvn verify -Plong} runs it.
 * {@code -Dkizashi.crashRounds} chooses how many rounds of each promise, {@code -Dkizashi.seed} the
 * seed of the first; the next round's is one more.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashSeriesTest {
  private static final int ROUNDS = Integer.getInteger("kizashi.crashRounds", 30);

  /** A series with fewer proves nothing. */
  private static final int ENOUGH_ORPHANS = 50;

  private final Path folder;
  private final EmbeddedKafka kafka = EmbeddedKafka.start();

  CrashSeriesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  @Timeout(7_200)
  void whateverKillsAnEngineNothingIsOrphanedMissingOrSaidInTwoWays(CrashPlan.Promise promise)
      throws Exception {
    List<CrashResult> results = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      CrashPlan plan = CrashPlan.drawn(promise, Seeds.seed() + i);
      String name = (promise + "-" + i).toLowerCase(Locale.ROOT);
      CrashResult result = round(plan, folder.resolve(name));
      System.out.println(result);
      results.add(result);
    }
    System.out.println(table(promise, results));

    assertThat(results).allSatisfy(it -> assertThat(it.broken()).as("%s", it).isEmpty());
    assertThat(orphans(results)).as("kill harder").isGreaterThanOrEqualTo(ENOUGH_ORPHANS);
  }

  /** One that breaks off must not take the others with it. */
  private CrashResult round(CrashPlan plan, Path roundsOwn)
      throws IOException, InterruptedException {
    try {
      return CrashRound.run(plan, kafka.bootstrap(), roundsOwn);
    } catch (AssertionError | EnvironmentFault e) {
      return new CrashResult(plan, 0, List.of(), 0, List.of("it did not come to its end: " + e));
    }
  }

  private static int orphans(List<CrashResult> results) {
    return results.stream().mapToInt(CrashResult::orphans).sum();
  }

  private static String table(CrashPlan.Promise promise, List<CrashResult> results) {
    StringBuilder table = new StringBuilder();
    for (CrashResult it : results) {
      CrashPlan plan = it.plan();
      table.append(
          String.format(
              Locale.ROOT,
              "%-12s %-16d %-8s %-21s %d tasks %4d orphans %6.1f s %s%n",
              promise,
              plan.seed(),
              plan.kill(),
              plan.control(),
              plan.tasks(),
              it.orphans(),
              it.seconds(),
              it.broken().isEmpty() ? "" : "BROKEN"));
    }
    long broken = results.stream().filter(it -> !it.broken().isEmpty()).count();
    return table
        + "%s: %d rounds, %d orphans, %d rounds broken"
            .formatted(promise, results.size(), orphans(results), broken);
  }
}
