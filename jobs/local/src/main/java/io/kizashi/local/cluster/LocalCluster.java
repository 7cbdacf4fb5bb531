package io.kizashi.local.cluster;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings the processes of a plan to life, and the job onto them. */
public final class LocalCluster {
  private static final Duration BIRTH = Duration.ofMinutes(1);
  private static final Duration JOB = Duration.ofMinutes(2);
  private static final short REPLICAS = 1;

  private final ClusterFolder folder;
  private final Libraries libraries;
  private final FlinkSettings flink;
  private final Consumer<String> progress;
  private ClusterState state;

  private LocalCluster(
      ClusterFolder folder,
      Libraries libraries,
      FlinkSettings flink,
      ClusterState state,
      Consumer<String> progress) {
    this.folder = folder;
    this.libraries = libraries;
    this.flink = flink;
    this.state = state;
    this.progress = progress;
  }

  /**
   * A cluster that may run, in part or not at all.
   *
   * @param progress is told what is waited for
   */
  public static LocalCluster of(
      ClusterFolder folder, Path home, ClusterState state, Consumer<String> progress) {
    return new LocalCluster(
        folder,
        Libraries.copy(home, folder),
        new FlinkSettings(ClusterRequest.flink(home), folder, state),
        state,
        progress);
  }

  public ClusterState state() {
    return state;
  }

  /**
   * Starts what is dead and submits the job if none runs; returns when all of it works.
   *
   * @return where the job began, if it was submitted and had a state to begin with
   * @throws EnvironmentFault if something does not come up
   */
  public Optional<Submission.Beginning> start(JobSettings settings) {
    dead().forEach(this::give);
    return complete(settings);
  }

  /**
   * Starts a member that was killed.
   *
   * @return whether all of it works again; not if other members are dead
   */
  public boolean restart(ClusterProcess member, JobSettings settings) {
    give(member);
    boolean whole = dead().isEmpty();
    if (whole) {
      complete(settings);
    }
    return whole;
  }

  private Optional<Submission.Beginning> complete(JobSettings settings) {
    createTopics(settings);
    progress.accept("waiting for Flink");
    await("the JobManager does not answer", BIRTH, () -> rest().taskManagers().isPresent());
    if (rest().job().filter(job -> !job.isOver()).isPresent()) {
      awaitJob();
      return Optional.empty();
    }
    Optional<Submission.Beginning> beginning = Submission.Beginning.of(state, settings);
    submit(settings, beginning);
    return beginning;
  }

  private List<ClusterProcess> dead() {
    return ClusterProcess.of(state.plan()).stream()
        .filter(member -> !state.isAlive(member))
        .toList();
  }

  private void give(ClusterProcess member) {
    progress.accept("starting " + member.name());
    ProcessLife life = new Processes(folder, libraries, flink).start(member, state);
    state = state.with(member, life);
    folder.state().write(state);
  }

  private void createTopics(JobSettings settings) {
    progress.accept("waiting for the broker");
    Ports ports = state.ports();
    await("the broker does not listen", BIRTH, () -> Ports.isServed(ports.kafka()));
    try (Brokers brokers = new Brokers(ports.bootstrap(), Map.of())) {
      brokers.create(TopicPlan.shipped(settings.config().topicPrefix(), REPLICAS));
    }
  }

  private void submit(JobSettings settings, Optional<Submission.Beginning> beginning) {
    progress.accept("submitting the job");
    Processes processes = new Processes(folder, libraries, flink);
    try (Adoptions adoptions = new Adoptions(settings)) {
      new Submission(processes, libraries.job(), folder.log(Submission.CLIENT))
          .submit(settings, state, beginning);
      awaitJob();
      progress.accept("waiting for every task to adopt the rulebook");
      int tasks = state.plan().parallelism();
      await("not all tasks tell of their rulebook", JOB, () -> adoptions.by(tasks));
    }
  }

  private void awaitJob() {
    progress.accept("waiting for the job's tasks");
    await(
        "the job does not run",
        JOB,
        () -> {
          Optional<JobView> job = rest().job();
          if (job.filter(JobView::isOver).isPresent()) {
            throw new EnvironmentFault(
                "the job ended with " + job.orElseThrow().state() + "; see " + folder.log("jm"));
          }
          return job.filter(view -> view.isRunning(state.taskManagers())).isPresent();
        });
  }

  /** Fails early where what is waited for can't come: a process of the plan has died. */
  private void await(String what, Duration patience, BooleanSupplier reached) {
    Waiting.await(
        what + "; see " + folder.log("jm").getParent(),
        patience,
        () -> {
          for (ClusterProcess member : dead()) {
            throw new EnvironmentFault(member.name() + " died; see " + folder.log(member.name()));
          }
          return reached.getAsBoolean();
        });
  }

  private FlinkRest rest() {
    return FlinkRest.of(folder, state);
  }
}
