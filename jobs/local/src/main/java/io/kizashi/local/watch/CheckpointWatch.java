package io.kizashi.local.watch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What becomes of a job's checkpoints, and whether it waits for one: it does once none has been
 * complete for its patience, from its tasks' start or from the last one on. Not thread-safe.
 */
final class CheckpointWatch {
  private final Duration patience;
  private final Supplier<String> room;
  private long since;
  private OptionalLong completeAt = OptionalLong.empty();
  private long failedInARow;
  private boolean isHolding;

  /**
   * Begins with a job.
   *
   * @param room what is known of the disk; Flink gives no reason that tells of it
   */
  CheckpointWatch(Duration patience, Supplier<String> room) {
    this.patience = patience;
    this.room = room;
  }

  /** The tasks begin, with all their patience. */
  void begin(long now) {
    since = now;
    isHolding = false;
  }

  /**
   * Adds what has happened between two looks.
   *
   * @param isRunning whether the tasks have run all the while: others begin anew
   */
  void look(JobFacts before, JobFacts view, boolean isRunning, long now, List<String> lines) {
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
              + view.checkpointFailure()
              + room.get());
    }
    if (isMade) {
      goOn(now, lines);
    } else if (isRunning && !isHolding && now - since > patience.toMillis()) {
      isHolding = true;
      lines.add(
          "stops deciding: no checkpoint has been complete for "
              + (now - since) / 1000
              + " s; it goes on by itself once one is");
    }
  }

  private void goOn(long now, List<String> lines) {
    completeAt = OptionalLong.of(now);
    since = now;
    if (isHolding) {
      isHolding = false;
      lines.add("decides again: a checkpoint is complete");
    }
  }

  /** Whether nothing is decided. */
  boolean isHolding() {
    return isHolding;
  }

  /** When one was last found complete, milliseconds since the epoch; empty before the first. */
  OptionalLong completeAt() {
    return completeAt;
  }
}
