package io.kizashi.cli.acceptance;

import io.kizashi.cli.options.Rulebooks;
import io.kizashi.flink.Count;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.feed.Feeder;
import io.kizashi.pipeline.Delivery;
import io.kizashi.pipeline.HeartbeatMode;
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
import java.util.OptionalInt;
import org.apache.flink.configuration.MemorySize;

/** The engine that {@code kizashi run} starts, in this process. */
final class Engine implements AutoCloseable {
  static final int TASKS = 2;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration WORK = Duration.ofMinutes(3);
  private static final Duration COUNTED = Duration.ofSeconds(30);

  private final Running running;
  private final LocalJob job;

  private Engine(Running running, LocalJob job) {
    this.running = running;
    this.job = job;
  }

  /** Starts it on the topics of a prefix and waits until every task runs. */
  static Engine start(String bootstrap, String prefix, Path rules, Path checkpoints) {
    PipelineConfig config =
        new PipelineConfig(
            rules,
            TASKS,
            new PipelineConfig.Kafka(bootstrap, prefix + "engine", Map.of()),
            new PipelineConfig.Checkpoints(
                checkpoints.toUri().toString(), Duration.ofSeconds(1), Duration.ofMinutes(5)),
            HeartbeatMode.SOURCES,
            TimeSources.ending(Feeder.SOURCE),
            Placeholders.USUAL,
            Delivery.AT_LEAST_ONCE,
            prefix,
            Sensing.ON,
            Learning.OFF,
            OptionalInt.empty());
    RulebookDocument rulebook = Rulebooks.read(rules);
    Running running = Running.on(bootstrap, TASKS, MemorySize.ofMebiBytes(256));
    try {
      return new Engine(
          running, running.start(prefix + "engine", Running.engine(config, rulebook), START));
    } catch (EnvironmentFault e) {
      running.close();
      throw new AssertionError("the engine did not come up", e);
    }
  }

  /**
   * Waits until everything that was fed has been decided upon.
   *
   * @param streamTime time of the newest touchpoint; what proves the end lies far beyond it
   * @param records how many were fed
   * @return the counts by name
   */
  Map<String, Object> awaitEnd(long streamTime, long records) {
    if (!job.time().awaitPast(streamTime + Duration.ofDays(300).toMillis(), WORK)) {
      throw new AssertionError("the engine did not get through the stream");
    }
    Await.until(
        records + " records are read and the balance holds",
        COUNTED,
        () -> {
          Map<String, Object> counts = job.accumulated();
          return Count.READ.in(counts) == records
              && Count.READ.in(counts)
                  == Count.FOLDED.in(counts)
                      + Count.DUPLICATES.in(counts)
                      + Count.REJECTED.in(counts)
                      + Count.LATE.in(counts);
        });
    return job.accumulated();
  }

  /** Takes a last checkpoint, by which everything is on its topic, and ends. */
  @Override
  public void close() {
    running.close();
  }
}
