package io.kizashi.local.engine;

import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.pipeline.Delivery;
import io.kizashi.pipeline.Environments;
import io.kizashi.pipeline.HeartbeatMode;
import io.kizashi.pipeline.KafkaPipeline;
import io.kizashi.pipeline.Learning;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.Sensing;
import io.kizashi.schema.Placeholders;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import io.kizashi.terminal.EnvironmentFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * An engine in this process, on a broker of its own or on one that runs elsewhere: started, awaited
 * and stopped once, the engine before the broker that it still writes to.
 */
public final class Running implements AutoCloseable {
  private static final Duration CHECKPOINTS_EVERY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Optional<EmbeddedKafka> broker;
  private final String bootstrap;
  private final LocalFlink flink;
  private final int tasks;

  private Running(Optional<EmbeddedKafka> broker, String bootstrap, LocalFlink flink, int tasks) {
    this.broker = broker;
    this.bootstrap = bootstrap;
    this.flink = flink;
    this.tasks = tasks;
  }

  /**
   * Flink and a broker without topics, both in this process.
   *
   * @param tasks of one stage that can run at once
   * @param memory for RocksDB's caches and write buffers
   * @throws EnvironmentFault if one of them does not start; then neither is left
   */
  public static Running withBroker(int tasks, MemorySize memory) {
    // Each takes seconds to start, and neither needs the other for it.
    CompletableFuture<LocalFlink> starting = inBackground(tasks, memory);
    EmbeddedKafka kafka = brokerOrNeither(starting);
    try {
      return new Running(Optional.of(kafka), kafka.bootstrap(), starting.join(), tasks);
    } catch (CompletionException e) {
      kafka.close();
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private static EmbeddedKafka brokerOrNeither(CompletableFuture<LocalFlink> starting) {
    try {
      return EmbeddedKafka.start();
    } catch (RuntimeException e) { // whatever it is, Flink would be left running
      starting.join().close();
      throw e;
    }
  }

  /**
   * Flink in this process.
   *
   * @param bootstrap of a broker that runs, and goes on when this is closed
   * @param tasks of one stage that can run at once
   * @param memory for RocksDB's caches and write buffers
   * @throws EnvironmentFault if it does not start
   */
  public static Running on(String bootstrap, int tasks, MemorySize memory) {
    return new Running(Optional.empty(), bootstrap, LocalFlink.start(tasks, memory), tasks);
  }

  /** A thread of its own: the common pool may have none to spare for seconds. */
  private static CompletableFuture<LocalFlink> inBackground(int tasks, MemorySize memory) {
    return CompletableFuture.supplyAsync(
        () -> LocalFlink.start(tasks, memory),
        task -> {
          Thread thread = new Thread(task, "flink-start");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** {@code host:port} of the broker. */
  public String bootstrap() {
    return bootstrap;
  }

  /**
   * Settings for an engine on this broker that is told of time by its sources, learns nothing and
   * whose checkpoints go when this is closed.
   *
   * @param group of its consumers; two engines at once have two
   * @param prefix of its topics
   * @param sources who tells of time
   * @param client properties of its Kafka clients
   */
  public PipelineConfig settings(
      String group, String prefix, TimeSources sources, Map<String, String> client) {
    return new PipelineConfig(
        Path.of("rulebook.yaml"),
        tasks,
        new PipelineConfig.Kafka(bootstrap, group, client),
        new PipelineConfig.Checkpoints(
            flink.folder().resolve("checkpoints-" + group).toUri().toString(),
            CHECKPOINTS_EVERY,
            PATIENCE),
        HeartbeatMode.SOURCES,
        sources,
        Placeholders.USUAL,
        Delivery.AT_LEAST_ONCE,
        prefix,
        Sensing.ON,
        Learning.OFF,
        OptionalInt.empty());
  }

  /** The engine with its settings, not yet started. */
  public static StreamExecutionEnvironment engine(
      PipelineConfig settings, RulebookDocument rulebook) {
    StreamExecutionEnvironment engine =
        StreamExecutionEnvironment.getExecutionEnvironment(Environments.run(settings));
    KafkaPipeline.build(engine, settings, rulebook);
    return engine;
  }

  /**
   * Starts a job and waits until every task runs.
   *
   * @param name for people
   * @throws EnvironmentFault if the tasks do not run within {@code patience}
   */
  public LocalJob start(String name, StreamExecutionEnvironment pipeline, Duration patience) {
    LocalJob job = flink.submit(pipeline, name);
    if (!job.time().awaitRunning(patience)) {
      throw new EnvironmentFault(
          "'"
              + name
              + "' did not come up within "
              + patience.toSeconds()
              + " s; KIZASHI_LOG=INFO shows what it waits for");
    }
    return job;
  }

  /** Ends all jobs, each with a last checkpoint by which its output is whole; the broker stays. */
  public void stopEngine() {
    flink.close();
  }

  /** Ends the jobs, then the broker if it is its own. */
  @Override
  public void close() {
    flink.close();
    broker.ifPresent(EmbeddedKafka::close);
  }
}
