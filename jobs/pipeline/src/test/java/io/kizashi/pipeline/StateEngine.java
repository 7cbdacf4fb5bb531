package io.kizashi.pipeline;

import io.kizashi.schema.RulebookDocument;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** A Flink of several TaskManagers with one task slot each, that runs one engine after another. */
final class StateEngine implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** State this small lies in files as that of an installation does, not in the metadata. */
  private static final MemorySize SMALLEST_FILE = new MemorySize(1024);

  private final MiniCluster cluster;

  /**
   * Starts it.
   *
   * @param taskManagers the highest parallelism
   */
  StateEngine(int taskManagers, Path folder) throws Exception {
    Configuration settings =
        new Configuration()
            .set(CoreOptions.TMP_DIRS, folder.toString())
            .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(taskManagers)
                .setNumSlotsPerTaskManager(1)
                .withRandomPorts()
                .build());
    cluster.start();
  }

  /**
   * Starts an engine that learns, on topics without a prefix.
   *
   * @param group of consumers: its own, since what a group has read says how far its engine is
   * @param from a savepoint or checkpoint
   */
  Running start(
      Broker broker,
      String group,
      int parallelism,
      Path checkpoints,
      RulebookDocument rulebook,
      Optional<Path> from)
      throws Exception {
    Configuration settings = Environments.run(config(broker, group, parallelism, checkpoints));
    settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, SMALLEST_FILE);
    from.ifPresent(folder -> Environments.resume(settings, folder.toUri().toString()));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    KafkaPipeline.build(environment, config(broker, group, parallelism, checkpoints), rulebook);
    StreamGraph built = environment.getStreamGraph();
    built.setJobName(group);
    StreamGraph graph =
        PipelineExecutorUtils.getStreamGraph(
            built, Configuration.fromMap(environment.getConfiguration().toMap()));
    get(cluster.submitJob(graph));
    Running engine = new Running(graph.getJobID());
    try {
      engine.awaitTasks();
    } catch (AssertionError e) {
      engine.close(); // it would hold the slots of the next one
      throw e;
    }
    return engine;
  }

  private static PipelineConfig config(
      Broker broker, String group, int parallelism, Path checkpoints) {
    String text =
        """
        rulebook: rules-1.yaml
        parallelism: %d
        kafka: { bootstrap: '%s', group: '%s' }
        checkpoints: { folder: '%s', interval: 1h }
        learning: on
        """
            .formatted(parallelism, broker.bootstrap(), group, checkpoints);
    PipelineConfig.Reading reading =
        PipelineConfig.read(checkpoints.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  /** An engine that runs until it is closed. */
  final class Running implements AutoCloseable {
    private final JobID job;

    private Running(JobID job) {
      this.job = job;
    }

    /** Takes a checkpoint, which outlives the job; says where, once it is complete. */
    Path checkpoint() {
      return path(get(cluster.triggerCheckpoint(job)));
    }

    /** Takes a canonical savepoint; says where, once it is complete. */
    Path savepoint(Path folder) {
      return path(
          get(
              cluster.triggerSavepoint(
                  job, folder.toUri().toString(), false, SavepointFormatType.CANONICAL)));
    }

    private static Path path(String saved) {
      return Path.of(URI.create(saved));
    }

    private void awaitTasks() {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!allRun(get(cluster.getArchivedExecutionGraph(job)))) {
        if (System.nanoTime() > end) {
          throw new AssertionError("the engine's tasks do not run");
        }
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    }

    private static boolean allRun(AccessExecutionGraph graph) {
      @Nullable ErrorInfo failure = graph.getFailureInfo();
      if (failure != null) {
        throw new AssertionError("the engine does not start: " + failure.getExceptionAsString());
      }
      List<AccessExecutionVertex> tasks = new ArrayList<>();
      graph.getAllExecutionVertices().forEach(tasks::add);
      return !tasks.isEmpty()
          && tasks.stream().allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    @Override
    public void close() {
      if (!get(cluster.getJobStatus(job)).isTerminalState()) {
        get(cluster.cancelJob(job));
        get(cluster.requestJobResult(job));
      }
    }
  }

  private static <T> T get(Future<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("Flink does not do it", e);
    }
  }

  @Override
  public void close() {
    get(cluster.closeAsync());
  }
}
