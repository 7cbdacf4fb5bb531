package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.StateRelease.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyGroupsTest {
  private static final int OF_THE_FIRST_RELEASE = 720;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aJobKeepsTheNumberOfTheStateThatItStartsFrom(Kind kind) throws IOException {
    StreamExecutionEnvironment job = job(Optional.of(saved(kind)), 2);
    KeyGroups.settle(job);
    assertThat(job.getMaxParallelism()).isEqualTo(OF_THE_FIRST_RELEASE);
  }

  @Test
  void aNewInstallationHasTheNumberOfThisRelease() {
    StreamExecutionEnvironment job = job(Optional.empty(), 2);
    KeyGroups.settle(job);
    assertThat(job.getMaxParallelism()).isEqualTo(5_040);
  }

  @Test
  void moreTasksThanTheStateHasGroupsAreRefusedWithTheirNumber() throws IOException {
    StreamExecutionEnvironment job = job(Optional.of(saved(Kind.SAVEPOINT)), 721);
    assertThatThrownBy(() -> KeyGroups.settle(job))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("shared among 720 tasks at most, and parallelism is 721");
  }

  @Test
  void whatCannotBeReadIsLeftToFlinkWhichRefusesAnotherNumber() {
    StreamExecutionEnvironment job = job(Optional.of("file:/nowhere/chk-1"), 2);
    KeyGroups.settle(job);
    assertThat(job.getMaxParallelism()).isEqualTo(Stage.MAX_PARALLELISM);
  }

  private static String saved(Kind kind) throws IOException {
    List<StateRelease> all = StateRelease.all();
    return SavedState.of(all.get(0).state(kind)).toUri().toString();
  }

  private static StreamExecutionEnvironment job(Optional<String> from, int parallelism) {
    Configuration settings =
        new Configuration()
            .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
            .set(PipelineOptions.MAX_PARALLELISM, Stage.MAX_PARALLELISM);
    from.ifPresent(path -> settings.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    return StreamExecutionEnvironment.getExecutionEnvironment(settings);
  }
}
