package io.kizashi.lab.generate;

import io.kizashi.local.engine.LocalFlink;
import io.kizashi.local.engine.LocalJob;
import io.kizashi.local.engine.Running;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.Subscriber;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.pipeline.PipelineConfig;
import io.kizashi.pipeline.Topics;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.schema.TimeSources;
import io.kizashi.terminal.EnvironmentFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Plays a population through Kafka and the engine, both in this process, as fast as it goes, and
 * compares what comes out with the truth.
 */
public record TruthComparison(DayPlan plan, RulebookDocument rulebook, Consumer<String> onStep) {
  private static final String NAME = "judge";
  private static final int TASKS = 2;
  private static final short ONE_REPLICA = 1;
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration WORK = Duration.ofMinutes(30);

  /**
   * Bytes that are read of a partition at once. A stream of a day runs through in a minute: with
   * Kafka's megabyte, an order told of hours too late would be read with the cart, and nothing
   * would be wrong that a live engine gets wrong.
   */
  private static final String READ_AT_ONCE = "16384";

  public Score judge() {
    onStep.accept("starting Kafka and Flink");
    try (Running running = Running.withBroker(TASKS, LocalFlink.memory(TASKS))) {
      createTopics(running.bootstrap());
      LocalJob job = start(running);
      Map<String, Cart> carts = new HashMap<>();
      long end = play(running.bootstrap(), carts);
      onStep.accept("waiting for the engine");
      // A heartbeat of time T proves what lies before T.
      if (!job.time().awaitPast(end - 1, WORK)) {
        throw new EnvironmentFault("the engine did not get through the stream in time");
      }
      // Without it the last second's decisions might not be on their topics yet.
      running.stopEngine();
      onStep.accept("comparing");
      CartCounts tally = new CartCounts();
      read(running.bootstrap(), "moments", tally::moment);
      read(running.bootstrap(), "recommendations", tally::recommendation);
      return tally.score(carts);
    }
  }

  private static void createTopics(String bootstrap) {
    List<NewTopic> topics =
        TopicPlan.shipped("", ONE_REPLICA).topics().stream()
            .map(
                topic ->
                    topic.name().equals(Topics.TOUCHPOINTS)
                        ? new NewTopic(topic.name(), DayPlan.PARTITIONS, ONE_REPLICA)
                            .configs(topic.configs())
                        : topic)
            .toList();
    try (Brokers brokers = new Brokers(bootstrap, Map.of())) {
      brokers.create(new TopicPlan(topics));
    }
  }

  private LocalJob start(Running running) {
    PipelineConfig settings =
        running.settings(
            NAME, "", TimeSources.ANY, Map.of("max.partition.fetch.bytes", READ_AT_ONCE));
    return running.start(NAME, Running.engine(settings, rulebook), START);
  }

  /** Returns the time that is proven in the end. */
  private long play(String bootstrap, Map<String, Cart> carts) {
    Population population = new Population(plan);
    try (Playback playback = new Playback(bootstrap, plan, population.pauses())) {
      population.play(
          cart -> carts.put(cart.touchpoint(), cart),
          arrival -> {
            playback.send(arrival);
            onStep.accept(playback.touchpoints() + " touchpoints");
          });
      return playback.end();
    }
  }

  private static void read(String bootstrap, String topic, Consumer<byte[]> records) {
    try (Subscriber subscriber = Subscriber.fromStart(bootstrap, topic)) {
      subscriber.readToEnd(record -> records.accept(record.value()));
    }
  }
}
