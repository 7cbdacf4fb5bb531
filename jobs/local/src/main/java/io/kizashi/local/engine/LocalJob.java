package io.kizashi.local.engine;

import io.kizashi.terminal.EnvironmentFault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.clusterframework.ApplicationStatus;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job on a Flink in this process. */
public final class LocalJob {
  private static final long PATIENCE_SECONDS = 20;
  private static final long TICK_MILLIS = 200;
  private static final Duration A_PERSON_WAITS = Duration.ofSeconds(10);

  private final MiniCluster cluster;
  private final URI address;
  private final JobID id;

  LocalJob(MiniCluster cluster, URI address, JobID id) {
    this.cluster = cluster;
    this.address = address;
    this.id = id;
  }

  /**
   * Waits for the job's end.
   *
   * @return what it accumulated, by name; empty if it was cancelled
   * @throws EnvironmentFault if it failed
   */
  public Map<String, Object> await() {
    return await(() -> {});
  }

  /**
   * Waits for the job's end.
   *
   * @param tick is run now and then while it runs
   * @return what it accumulated, by name; empty if it was cancelled
   * @throws EnvironmentFault if it failed
   */
  public Map<String, Object> await(Runnable tick) {
    CompletableFuture<JobResult> end = cluster.requestJobResult(id);
    while (!end.isDone()) {
      tick.run();
      end.handle((result, failure) -> true)
          .completeOnTimeout(false, TICK_MILLIS, TimeUnit.MILLISECONDS)
          .join();
    }
    return results(end);
  }

  private static Map<String, Object> results(CompletableFuture<JobResult> end) {
    try {
      JobResult result = end.join();
      return result.getApplicationStatus() == ApplicationStatus.CANCELED
          ? Map.of()
          : result.toJobExecutionResult(LocalJob.class.getClassLoader()).getAllAccumulatorResults();
    } catch (Exception e) { // each kind of failure has its own type in Flink
      throw LocalFlink.fault("the job failed", e);
    }
  }

  /** What the job has accumulated up to about a second ago, by name; empty before it runs. */
  public Map<String, Object> accumulated() {
    Map<String, Object> all = new HashMap<>();
    get(cluster.getExecutionGraph(id))
        .getAccumulatorsSerialized()
        .forEach(
            (name, value) -> {
              try {
                all.put(
                    name, value.deserializeValue(LocalJob.class.getClassLoader()).getUnchecked());
              } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException("counter '" + name + "' can't be read", e);
              }
            });
    return all;
  }

  /** How it is, as Flink knows it, once it says so; fails where it does not in time. */
  public CompletableFuture<? extends AccessExecutionGraph> graph() {
    return cluster.getExecutionGraph(id);
  }

  /** How far the job's tasks are. */
  public JobTime time() {
    return new JobTime(pages(A_PERSON_WAITS));
  }

  /**
   * What Flink's own interface tells of it.
   *
   * @param patience with one answer
   */
  public JobPages pages(Duration patience) {
    return new JobPages(address, id, patience);
  }

  /**
   * Cancels it and waits until it is gone; checkpoints stay.
   *
   * @throws EnvironmentFault if it does not end
   */
  public void cancel() {
    get(cluster.cancelJob(id));
    get(cluster.requestJobResult(id));
  }

  private static <T> T get(Future<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw LocalFlink.fault("the job does not answer", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static EnvironmentFault interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EnvironmentFault("interrupted while waiting for the job", e);
  }
}
