package io.kizashi.local.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.StateFolder;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Watches an engine in this process from before its start: tells what happens to it, and answers on
 * the port of {@code health}, if one is set, how it is. One thread looks; any may ask.
 */
public final class EngineWatch implements AutoCloseable {
  /** Whoever asks for health gives up after a second or few, and takes the engine for dead. */
  private static final Duration A_PROBE_WAITS = Duration.ofSeconds(1);

  /** Of the broker's answer. */
  private static final String PATIENCE_MILLIS = "5000";

  private static final long BYTES_PER_MB = 1 << 20;

  private final PipelineConfig config;
  private final Optional<HealthPort> port;
  private volatile Optional<Watched> watched = Optional.empty();
  private volatile Optional<JobStanding> standing = Optional.empty();
  private volatile Optional<BrokerWatch.Loss> loss = Optional.empty();
  private volatile boolean isStopping;

  /** What there is to look at once the engine runs. */
  private record Watched(JobWatch job, JobGauges gauges, BrokerWatch broker, Admin admin) {}

  private EngineWatch(PipelineConfig config) {
    this.config = config;
    this.port =
        config.healthPort().stream()
            .mapToObj(it -> HealthPort.open(it, () -> health(System.currentTimeMillis())))
            .findAny();
  }

  /**
   * Of an engine that is about to start.
   *
   * @throws EnvironmentFault if the port of its health can't be had
   */
  public static EngineWatch open(PipelineConfig config) {
    return new EngineWatch(config);
  }

  /** Looks at a job from now on, all of whose tasks run. */
  public void begin(LocalJob job, long now) {
    Map<String, Object> client = new HashMap<>(config.kafka().properties());
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
    client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    Admin admin = Admin.create(client);
    Duration patience = config.checkpoints().patience();
    watched =
        Optional.of(
            new Watched(
                new JobWatch(
                    () -> job.graph().thenApply(JobFacts::of), patience, () -> room(config)),
                new JobGauges(job.pages(A_PROBE_WAITS)),
                new BrokerWatch(() -> ask(admin), now),
                admin));
  }

  private static String room(PipelineConfig config) {
    return StateFolder.of(config)
        .path()
        .map(
            it ->
                " (" + it.toFile().getUsableSpace() / BYTES_PER_MB + " MB are free in " + it + ")")
        .orElse("");
  }

  private static CompletableFuture<String> ask(Admin admin) {
    return admin.describeCluster().clusterId().toCompletionStage().toCompletableFuture();
  }

  /**
   * What has happened since the last look. It never waits.
   *
   * @param now milliseconds since the epoch
   * @return lines for people, in order
   * @throws GaveUp if the job has failed more than 12 times within ten minutes
   */
  public List<String> look(long now) {
    return watched.map(it -> look(it, now)).orElse(List.of());
  }

  private List<String> look(Watched at, long now) {
    List<String> broker = at.broker().look(now);
    List<String> job = at.job().look(now);
    standing = at.job().standing();
    loss = at.broker().loss();
    return Stream.concat(broker.stream().map(it -> Rfc3339.format(now) + " " + it), job.stream())
        .toList();
  }

  /** The engine is told to end. */
  public void stopping() {
    isStopping = true;
  }

  private ObjectNode health(long now) {
    JobGauges.Values gauges =
        watched.map(it -> it.gauges().read()).orElse(JobGauges.Values.UNKNOWN);
    return new EngineHealth(isStopping, standing, loss).json(gauges, now);
  }

  @Override
  public void close() {
    port.ifPresent(HealthPort::close);
    watched.ifPresent(it -> it.admin().close(Duration.ZERO));
  }
}
