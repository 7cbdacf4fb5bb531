package io.kizashi.local.engine;

import io.kizashi.local.kafka.TemporaryFolder;
import io.kizashi.local.rest.ClosedRest;
import io.kizashi.pipeline.Environments;
import io.kizashi.terminal.EnvironmentFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Reference;

/** A Flink in this process, on loopback, whose files are gone when it is closed. */
public final class LocalFlink implements AutoCloseable {
  private static final MemorySize A_TASK = MemorySize.ofMebiBytes(256);
  private static final Duration METRICS_EVERY = Duration.ofMillis(200);
  private static final Duration COUNTS_EVERY = Duration.ofSeconds(1);
  private static final long PATIENCE_SECONDS = 30;
  private static final long CHECKPOINT_SECONDS = 10;

  private final TemporaryFolder folder = new TemporaryFolder("flink");
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread hook = new Thread(this::stop, "local-flink-stop");
  private final MiniCluster cluster;
  private final URI address;

  private LocalFlink(int slots, MemorySize memory) throws Exception {
    this.cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(folder, memory))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build(),
            Rpc::lent);
    cluster.start();
    this.address = cluster.getRestAddress().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * A running Flink.
   *
   * @param slots tasks of one stage that can run at once
   * @param memory for RocksDB's caches and write buffers
   * @throws EnvironmentFault if it does not start
   */
  public static LocalFlink start(int slots, MemorySize memory) {
    try {
      return new LocalFlink(slots, memory);
    } catch (Exception e) { // declared so by Flink
      throw fault("Flink did not start in this process", e);
    }
  }

  /**
   * RocksDB's caches and write buffers: the same for what runs as for what is replayed or measured.
   *
   * @param tasks of one stage that can run at once
   */
  public static MemorySize memory(int tasks) {
    return A_TASK.multiply(tasks);
  }

  private static Configuration configuration(TemporaryFolder folder, MemorySize memory) {
    Configuration all = new Configuration();
    all.set(RestOptions.ADDRESS, "127.0.0.1");
    all.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    all.set(RestOptions.BIND_PORT, "0");
    // Every process of this machine reaches it; jobs come from this one, and not by HTTP.
    all.set(ClosedRest.CLOSED, true);
    all.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
    all.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
    all.set(CoreOptions.TMP_DIRS, folder.path().toString());
    all.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, memory);
    // What a job sets of this is not asked for: it is the cluster's.
    all.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, Environments.KEPT);
    // How far time has come is asked for while a person waits.
    all.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, METRICS_EVERY);
    // A process that is stopped and goes on (a laptop's lid) has lost nobody.
    all.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofHours(1));
    // Counts come with heartbeats; progress shows them.
    all.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, COUNTS_EVERY);
    return all;
  }

  /**
   * Starts what was built in an environment.
   *
   * @throws EnvironmentFault if Flink does not take it
   */
  public LocalJob submit(StreamExecutionEnvironment environment, String name) {
    try {
      StreamGraph built = environment.getStreamGraph();
      built.setJobName(name);
      Configuration asked = new Configuration();
      asked.addAll(Configuration.fromMap(environment.getConfiguration().toMap()));
      StreamGraph graph = PipelineExecutorUtils.getStreamGraph(built, asked);
      cluster.submitJob(graph).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new LocalJob(cluster, address(), graph.getJobID());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault("interrupted while starting the job", e);
    } catch (ExecutionException | TimeoutException e) {
      throw fault("Flink did not take the job", e);
    } catch (Exception e) { // declared so by Flink
      throw fault("the job can't be built", e);
    }
  }

  /** Of Flink's interface over HTTP, which only answers. */
  URI address() {
    return address;
  }

  /** Where a job may write; gone when this Flink is closed, or the process ends. */
  public Path folder() {
    return folder.path();
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs already and finds nothing to do.
      return;
    }
  }

  /** Whoever comes second waits: the process may end after that. */
  private synchronized void stop() {
    if (open.compareAndSet(true, false)) {
      try {
        checkpointAndCancel();
        cluster.closeAsync().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        System.err.println("kizashi: Flink did not end in good order: " + e.getMessage());
        // Said, not thrown: the process is to end anyway, and the folder goes in any case.
      } finally {
        folder.close();
      }
    }
  }

  /** A last checkpoint spares the next start from reading again what was read. */
  private void checkpointAndCancel()
      throws InterruptedException, ExecutionException, TimeoutException {
    for (JobStatusMessage job : cluster.listJobs().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      if (!job.getJobState().isTerminalState()) {
        cluster
            .triggerCheckpoint(job.getJobId())
            .orTimeout(CHECKPOINT_SECONDS, TimeUnit.SECONDS)
            // A job that keeps no checkpoints, or is not up, is cancelled all the same.
            .exceptionally(e -> "none")
            .thenCompose(checkpoint -> cluster.cancelJob(job.getJobId()))
            .thenCompose(cancelled -> cluster.requestJobResult(job.getJobId()))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  static EnvironmentFault fault(String what, Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return new EnvironmentFault(what + ": " + message, e);
  }

  /**
   * What Flink's parts call each other with. Flink loads its classes apart from all others, and
   * would again for each cluster: every one after the first then costs half of a replay.
   */
  private static final class Rpc {
    private static final TemporaryFolder FOLDER = new TemporaryFolder("flink-rpc");
    private static final RpcSystem SYSTEM = load();

    /** Lent: a cluster that ends leaves it to the next. It is gone with the process. */
    static Reference<RpcSystem> lent() {
      return Reference.borrowed(SYSTEM);
    }

    private static RpcSystem load() {
      Runtime.getRuntime().addShutdownHook(new Thread(FOLDER::close, "flink-rpc-remove"));
      return RpcSystem.load(
          new Configuration().set(CoreOptions.TMP_DIRS, FOLDER.path().toString()));
    }
  }
}
