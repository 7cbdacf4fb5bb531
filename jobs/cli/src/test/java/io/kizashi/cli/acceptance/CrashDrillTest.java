package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.testing.Seeds;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A round of the crash drill for those promises that hold without transactions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashDrillTest {
  private final Path folder;
  private final EmbeddedKafka kafka = EmbeddedKafka.start();

  CrashDrillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(names = {"SETTLED", "AT_ONCE"})
  @Timeout(400)
  void anEngineKilledBeforeACheckpointGoesOnAsIfNothingHadHappened(CrashPlan.Promise promise)
      throws Exception {
    CrashPlan plan =
        new CrashPlan(
            promise,
            CrashPlan.Kill.UNHELD,
            CrashPlan.Control.PAUSED_AND_RESUMED,
            promise == CrashPlan.Promise.SETTLED ? CrashPlan.MORE_TASKS : CrashPlan.TASKS,
            Seeds.seed());

    CrashResult result = CrashRound.run(plan, kafka.bootstrap(), folder.resolve(promise.decide()));

    System.out.println(result);
    assertThat(result.broken()).as("%s; %s", result, Seeds.again()).isEmpty();
    assertThat(result.orphans()).as("%s", result).isPositive();
  }
}
