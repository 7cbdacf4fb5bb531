package io.kizashi.local.engine;

import io.kizashi.schema.Rfc3339;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.ErrorInfo;

/**
 * What happens to a job that runs for long, a line each, for whoever runs it: a failure that Flink
 * mends is seen by nobody else. Not thread-safe.
 */
public final class JobWatch {
  /**
   * More within {@link #WITHIN} are no outage, of a broker or a disk, which takes minutes to be
   * seen each time: something is wrong that no restart mends.
   */
  static final int MOST_RESTARTS = 12;

  static final Duration WITHIN = Duration.ofMinutes(10);

  /** Asking more often costs Flink more than whoever reads the lines would gain by it. */
  static final long APART_MILLIS = 1_000;

  private final Deque<Long> restarts = new ArrayDeque<>();
  private final Supplier<CompletableFuture<Health>> job;
  private CompletableFuture<Health> answer;
  private long askedAt;
  private Optional<Health> last = Optional.empty();
  private long downSince;
  private boolean isDown;
  private long failedInARow;

  /**
   * How a job is.
   *
   * @param isRunning whether every task runs
   * @param failedAt when it last failed, milliseconds since the epoch; 0 for never
   * @param failure why
   * @param checkpoints that are complete
   * @param failedCheckpoints that are not and won't be
   * @param checkpointFailure why the last of these failed
   */
  record Health(
      boolean isRunning,
      long failedAt,
      String failure,
      long checkpoints,
      long failedCheckpoints,
      String checkpointFailure) {
    static Health of(AccessExecutionGraph job) {
      Optional<ErrorInfo> failure = Optional.ofNullable(job.getFailureInfo());
      Optional<CheckpointStatsSnapshot> checkpoints =
          Optional.ofNullable(job.getCheckpointStatsSnapshot());
      return new Health(
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

  /** The job has failed too often. */
  public static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveUp(String message) {
      super(message);
    }
  }

  JobWatch(Supplier<CompletableFuture<Health>> job) {
    this.job = job;
    this.answer = job.get();
  }

  /** Of a job that runs. */
  public static JobWatch of(LocalJob job) {
    return new JobWatch(() -> job.graph().thenApply(Health::of));
  }

  /**
   * What has happened since the last look; of the first one all is as it should be. It never waits:
   * a job whose process stood still for minutes, and so does not answer, may be as well as ever.
   *
   * @param now milliseconds since the epoch
   * @return lines for people, in order; none where the job has not answered since
   * @throws GaveUp if it has failed more than 12 times within ten minutes
   */
  public List<String> look(long now) {
    if (!answer.isDone() || now - askedAt < APART_MILLIS) {
      return List.of();
    }
    CompletableFuture<Health> known = answer;
    askedAt = now;
    answer = job.get();
    return known.isCompletedExceptionally() ? List.of() : look(known.join(), now);
  }

  List<String> look(Health view, long now) {
    // Checkpoints that are asked for before every task runs fail, and mean nothing.
    Health before = last.orElse(view);
    List<String> lines = new ArrayList<>();
    lookAtCheckpoints(before, view, lines);
    if (view.failedAt() > before.failedAt()) {
      fail(view, now, lines);
    }
    if (isDown && view.isRunning()) {
      isDown = false;
      lines.add("runs again after " + Math.max(1, (now - downSince) / 1000) + " s");
    }
    last = Optional.of(view);
    return lines.stream().map(line -> Rfc3339.format(now) + " " + line).toList();
  }

  private void fail(Health view, long now, List<String> lines) {
    restarts.add(now);
    while (restarts.getFirst() < now - WITHIN.toMillis()) {
      restarts.removeFirst();
    }
    downSince = isDown ? downSince : now;
    isDown = true;
    if (restarts.size() > MOST_RESTARTS) {
      throw new GaveUp(
          "failed "
              + restarts.size()
              + " times within ten minutes, which no further start will mend; the last time: "
              + view.failure());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "failed and starts again from its last checkpoint (failures within ten minutes: %d): %s",
            restarts.size(),
            view.failure()));
  }

  private void lookAtCheckpoints(Health before, Health view, List<String> lines) {
    long failed = view.failedCheckpoints() - before.failedCheckpoints();
    boolean isMade = view.checkpoints() > before.checkpoints();
    if (isMade && failedInARow > 0) {
      lines.add("checkpoints are made again, after " + failedInARow + " that failed");
    }
    failedInARow = (isMade ? 0 : failedInARow) + failed;
    if (failed > 0) {
      lines.add(
          "no checkpoint could be made, "
              + failedInARow
              + " in a row; what is said meanwhile is read again after a failure: "
              + view.checkpointFailure());
    }
  }
}
