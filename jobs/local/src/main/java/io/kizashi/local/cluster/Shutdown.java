package io.kizashi.local.cluster;

import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Ends a cluster so that its next start goes on where it was. */
public final class Shutdown {
  private static final Duration CHECKPOINT = Duration.ofSeconds(10);
  private static final Duration CANCEL = Duration.ofSeconds(20);
  private static final Duration DEATH = Duration.ofSeconds(20);

  private Shutdown() {}

  /**
   * Takes a last checkpoint, ends the job, then the processes, the broker last. What does not
   * answer is killed.
   */
  public static ClusterState of(ClusterFolder folder, ClusterState state) {
    FlinkRest rest = FlinkRest.of(folder, state);
    if (state.isAlive(new ClusterProcess.JobManager())) {
      rest.job()
          .filter(job -> !job.isOver())
          .ifPresent(job -> end(rest, job, state.taskManagers()));
    }
    List<ClusterProcess> members = new ArrayList<>(ClusterProcess.of(state.plan()));
    Collections.reverse(members);
    for (ClusterProcess member : members) {
      state.life(member).ifPresent(life -> life.stop(DEATH));
    }
    ClusterState stopped = state.stopped();
    folder.state().write(stopped);
    folder.clearTemporary();
    return stopped;
  }

  private static void end(FlinkRest rest, JobView job, Set<String> alive) {
    if (job.isRunning(alive)) {
      checkpoint(rest, job);
    }
    rest.cancel(job.id());
    Waiting.reached(CANCEL, () -> rest.job().map(JobView::isOver).orElse(true));
  }

  /** It spares the next start from reading again what was read. */
  private static void checkpoint(FlinkRest rest, JobView job) {
    try {
      rest.checkpoint(job.id(), CHECKPOINT);
    } catch (EnvironmentFault e) {
      // The next start begins at the one before, and decides some touchpoints a second time.
      return;
    }
  }
}
