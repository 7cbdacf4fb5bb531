package io.kizashi.local.watch;

import io.kizashi.schema.Rfc3339;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What happens to a job that runs for long, a line each, for whoever runs it: a failure that Flink
 * mends is seen by nobody else. Not thread-safe.
 */
final class JobWatch {
  /**
   * More within {@link #WITHIN} are no outage, of a broker or a disk, which takes minutes to be
   * seen each time: something is wrong that no restart mends.
   */
  static final int MOST_RESTARTS = 12;

  static final Duration WITHIN = Duration.ofMinutes(10);

  /** Asking more often costs Flink more than whoever reads the lines would gain by it. */
  static final long APART_MILLIS = 1_000;

  private final Deque<Long> restarts = new ArrayDeque<>();
  private final CheckpointWatch checkpoints;
  private final Supplier<CompletableFuture<JobFacts>> job;
  private CompletableFuture<JobFacts> answer;
  private long askedAt;
  private Optional<JobFacts> last = Optional.empty();
  private long downSince;
  private boolean isDown;
  private Optional<JobStanding> standing = Optional.empty();

  /**
   * Of a job that runs.
   *
   * @param patience of its source with checkpoints
   * @param room what is known of the disk, put behind the reason why a checkpoint failed
   */
  JobWatch(Supplier<CompletableFuture<JobFacts>> job, Duration patience, Supplier<String> room) {
    this.job = job;
    this.answer = job.get();
    this.checkpoints = new CheckpointWatch(patience, room);
  }

  /** How it was when it last answered; empty before it has. */
  Optional<JobStanding> standing() {
    return standing;
  }

  /**
   * What has happened since the last look; of the first one all is as it should be. It never waits:
   * a job whose process stood still for minutes, and so does not answer, may be as well as ever.
   *
   * @param now milliseconds since the epoch
   * @return lines for people, in order; none where the job has not answered since
   * @throws GaveUp if it has failed more than 12 times within ten minutes
   */
  List<String> look(long now) {
    if (!answer.isDone() || now - askedAt < APART_MILLIS) {
      return List.of();
    }
    CompletableFuture<JobFacts> known = answer;
    askedAt = now;
    answer = job.get();
    return known.isCompletedExceptionally() ? List.of() : look(known.join(), now);
  }

  List<String> look(JobFacts view, long now) {
    // Checkpoints that are asked for before every task runs fail, and mean nothing.
    JobFacts before = last.orElse(view);
    List<String> lines = new ArrayList<>();
    if (last.isEmpty()) {
      checkpoints.begin(now);
    }
    checkpoints.look(before, view, view.isRunning() && !isDown, now, lines);
    if (view.failedAt() > before.failedAt()) {
      fail(view, now, lines);
    }
    if (isDown && view.isRunning()) {
      isDown = false;
      checkpoints.begin(now);
      lines.add("runs again after " + Math.max(1, (now - downSince) / 1000) + " s");
    }
    last = Optional.of(view);
    standing = Optional.of(standing(view, now));
    return lines.stream().map(line -> Rfc3339.format(now) + " " + line).toList();
  }

  private JobStanding standing(JobFacts view, long now) {
    forget(now);
    return new JobStanding(
        now,
        isDown ? OptionalLong.of(downSince) : OptionalLong.empty(),
        restarts.size(),
        view.failure(),
        checkpoints.isHolding(),
        checkpoints.completeAt());
  }

  /** Failures that are longer ago than {@link #WITHIN}. */
  private void forget(long now) {
    restarts.removeIf(it -> it < now - WITHIN.toMillis());
  }

  private void fail(JobFacts view, long now, List<String> lines) {
    restarts.add(now);
    forget(now);
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
}
