package io.kizashi.pipeline;

import io.kizashi.schema.RulebookDocument;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The engine on a cluster of its own in this process. */
final class Job implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final PipelineConfig config;
  private final JobClient client;

  Job(PipelineConfig config, RulebookDocument rulebook, Optional<String> checkpoint)
      throws Exception {
    this.config = config;
    Configuration settings = Environments.run(config);
    checkpoint.ifPresent(from -> Environments.resume(settings, from));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(settings);
    KafkaPipeline.build(env, config, rulebook);
    this.client = env.executeAsync("kizashi");
  }

  boolean isRunning() throws Exception {
    return client.getJobStatus().get() == JobStatus.RUNNING;
  }

  /** Until a checkpoint is complete that began after this call. */
  void awaitNextCheckpoint() {
    newer(newer(newer(Optional.empty())));
  }

  private Optional<String> newer(Optional<String> than) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      Optional<String> found = LatestCheckpoint.below(StateFolder.of(config).uri());
      if (found.isPresent() && !found.equals(than)) {
        return found;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no checkpoint after " + than);
  }

  @Override
  public void close() {
    try {
      client.cancel().get();
      client.getJobExecutionResult().handle((result, cancelled) -> "ended").get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("the job does not stop", e);
    }
  }
}
