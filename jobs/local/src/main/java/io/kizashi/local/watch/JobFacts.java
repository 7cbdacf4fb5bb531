package io.kizashi.local.watch;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;

/**
 * How a job is, as Flink knows it.
 *
 * @param isRunning whether every task runs
 * @param failedAt when it last failed, milliseconds since the epoch; 0 for never
 * @param failure why
 * @param checkpoints that are complete
 * @param failedCheckpoints that are not and won't be
 * @param checkpointFailure why the last of these failed
 */
record JobFacts(
    boolean isRunning,
    long failedAt,
    String failure,
    long checkpoints,
    long failedCheckpoints,
    String checkpointFailure) {
  static JobFacts of(AccessExecutionGraph job) {
    Optional<ErrorInfo> failure = Optional.ofNullable(job.getFailureInfo());
    Optional<CheckpointStatsSnapshot> checkpoints =
        Optional.ofNullable(job.getCheckpointStatsSnapshot());
    return new JobFacts(
        StreamSupport.stream(job.getAllExecutionVertices().spliterator(), false)
            .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING),
        failure.map(ErrorInfo::getTimestamp).orElse(0L),
        failure.map(it -> root(it.getException())).orElse(""),
        checkpoints.map(it -> it.getCounts().getNumberOfCompletedCheckpoints()).orElse(0L),
        checkpoints.map(it -> it.getCounts().getNumberOfFailedCheckpoints()).orElse(0L),
        checkpoints
            .flatMap(it -> Optional.ofNullable(it.getHistory().getLatestFailedCheckpoint()))
            .flatMap(it -> Optional.ofNullable(it.getFailureMessage()))
            .orElse("Flink gives no reason"));
  }

  /** The first line of what is behind it all. */
  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }
}
