package io.kizashi.cli.play;

import io.kizashi.local.engine.JobTime;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.feed.FeedSummary;
import io.kizashi.local.feed.Feeder;
import io.kizashi.local.feed.Speed;
import io.kizashi.local.feed.StreamFeed;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.flink.configuration.MemorySize;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Broker, engine and a recorded stream in one process; recommendations are read from the topic that
 * marketing systems read.
 *
 * @param scenario what is played
 * @param rulebook its rules, which compile
 * @param speed how fast
 * @param forever whether to go on when the stream has ended
 */
record Demo(Scenario scenario, RulebookDocument rulebook, Speed speed, boolean forever) {
  private static final String NAME = "kizashi-demo";
  private static final int TASKS = 1;
  private static final int MEGABYTES = 128;
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(100);

  /** What the engine has decided reaches the topic within milliseconds; this is plenty. */
  private static final int QUIET_POLLS = 10;

  /** From the end of the stream to the last deadline's effect; a machine that needs more is ill. */
  private static final Duration END = Duration.ofMinutes(1);

  /** Where the demo writes: lines for people. */
  public interface Screen {
    /** Everything runs; the stream begins. */
    void started();

    /** A recommendation was read from the topic. */
    void recommendation(String line, boolean retracted);

    /** The stream has ended and every deadline has passed. */
    void ended(FeedSummary fed);
  }

  /**
   * Plays the scenario.
   *
   * @throws EnvironmentFault if broker or engine fail
   */
  public void play(Screen screen) {
    try (Running running = Running.withBroker(TASKS, MemorySize.ofMebiBytes(MEGABYTES))) {
      Brokers.createOnOneNode(running.bootstrap(), "");
      PipelineConfig settings =
          running.settings(NAME, "", TimeSources.ending(Feeder.SOURCE), Map.of());
      LocalJob job = running.start(NAME, Running.engine(settings, rulebook), START);
      screen.started();
      try (Subscriber subscriber = Subscriber.fromStart(running.bootstrap(), "recommendations")) {
        play(screen, feed(running.bootstrap()), subscriber, job.time());
        while (forever) {
          show(screen, subscriber);
        }
      }
      job.cancel();
    }
  }

  private CompletableFuture<FeedSummary> feed(String bootstrap) {
    return inBackground(
        () ->
            StreamFeed.publish(
                scenario.events(),
                Topics.TOUCHPOINTS,
                speed,
                Feeder.ALONE,
                Map.of("bootstrap.servers", bootstrap),
                soFar -> {}));
  }

  private static void play(
      Screen screen, CompletableFuture<FeedSummary> feed, Subscriber subscriber, JobTime time) {
    while (!feed.isDone()) {
      show(screen, subscriber);
    }
    FeedSummary fed = join(feed);
    long end = System.nanoTime() + END.toNanos();
    // A heartbeat of time T proves what lies before T.
    while (!time.isPast(fed.provenTime() - 1)) {
      show(screen, subscriber);
      if (System.nanoTime() - end > 0) {
        throw new EnvironmentFault("the engine did not get through the stream in time");
      }
    }
    for (int quiet = 0; quiet < QUIET_POLLS; quiet++) {
      quiet = show(screen, subscriber) ? 0 : quiet;
    }
    screen.ended(fed);
  }

  /** A thread of its own: the common pool may have none to spare for a minute. */
  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work,
        task -> {
          Thread thread = new Thread(task, "demo-feed");
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  private static boolean show(Screen screen, Subscriber subscriber) {
    boolean any = false;
    for (ConsumerRecord<byte[], byte[]> record : subscriber.poll(POLL)) {
      RecommendationLine line = RecommendationLine.of(record.value());
      screen.recommendation(line.text(), line.retracted());
      any = true;
    }
    return any;
  }
}
