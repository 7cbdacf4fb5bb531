package io.kizashi.pipeline;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/** Flink's settings, where the engine needs others than the defaults. */
public final class Environments {
  /** One buffer is sent at the latest after this; 1 ms costs little and is no longer noticed. */
  private static final Duration LIVE_BUFFER = Duration.ofMillis(1);

  /** A recorded stream has nobody who waits for single records. */
  private static final Duration REPLAY_BUFFER = Duration.ofMillis(100);

  /**
   * Failed checkpoints in a row before the job restarts. None is enough: to restart mends no disk,
   * and everything said since the last checkpoint would be decided again. The source of touchpoints
   * waits instead ({@code checkpoints.patience}).
   */
  private static final int TOLERABLE_FAILURES = Integer.MAX_VALUE;

  /** The newest may be damaged, by a disk that was full or a machine that lost its power. */
  public static final int KEPT = 3;

  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
  private static final Duration CALM = Duration.ofMinutes(10);

  private Environments() {}

  /** For {@link KafkaPipeline}: checkpoints that outlive the job, and restarts. */
  public static Configuration run(PipelineConfig config) {
    return base(config.parallelism(), LIVE_BUFFER)
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpoints().interval())
        .set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, StateFolder.of(config).forFlink())
        .set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT)
        .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERABLE_FAILURES)
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT)
        .set(
            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
            ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
            FIRST_BACKOFF)
        .set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF)
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
            CALM);
  }

  /**
   * Goes on from a checkpoint of the same installation, and takes it over: it goes once newer ones
   * are complete.
   *
   * @param checkpoint a URI, as {@link LatestCheckpoint} gives it
   */
  public static Configuration resume(Configuration configuration, String checkpoint) {
    return resume(
        configuration, new LastState(checkpoint, LastState.Owner.THIS_INSTALLATION, List.of()));
  }

  /** Goes on from a state; one that may be another's stays as it is, whatever comes after it. */
  public static Configuration resume(Configuration configuration, LastState from) {
    return configuration
        .set(StateRecoveryOptions.SAVEPOINT_PATH, from.path())
        .set(
            StateRecoveryOptions.RESTORE_MODE,
            from.mayBeTakenOver() ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM);
  }

  /** For {@link ReplayPipeline}: no checkpoint and no restart, it begins anew at a failure. */
  public static Configuration replay(int parallelism) {
    return base(parallelism, REPLAY_BUFFER).set(RestartStrategyOptions.RESTART_STRATEGY, "none");
  }

  private static Configuration base(int parallelism, Duration buffer) {
    return new Configuration()
        .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING)
        .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
        .set(PipelineOptions.MAX_PARALLELISM, Stage.MAX_PARALLELISM)
        .set(ExecutionOptions.BUFFER_TIMEOUT, buffer)
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
        // Nothing in the job changes what it has passed on.
        .set(PipelineOptions.OBJECT_REUSE, true)
        // Kryo would make state that no later release can read.
        .set(PipelineOptions.GENERIC_TYPES, false)
        // A generated uid changes with the graph, and the state of its operator is lost.
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
  }
}
