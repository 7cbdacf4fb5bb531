package io.kizashi.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What the broker says before the job starts.
 *
 * @param touchpointPartitions partitions of the touchpoints' topic
 */
record BrokerCheck(int touchpointPartitions) {
  /** A broker that takes longer is as good as away, and whoever starts the engine waits for it. */
  private static final String TIMEOUT_MILLIS = "15000";

  /** A topic that was just created may take this long to be known to every broker. */
  private static final int LOOKS = 30;

  private static final long PAUSE_MILLIS = 100;

  static BrokerCheck ask(PipelineConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.putAll(config.kafka().properties());
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
    try (Admin admin = Admin.create(settings)) {
      partitions(admin, config, config.topic(Topics.RULEBOOKS));
      partitions(admin, config, config.topic(Topics.CONTROLS));
      if (config.learning() == Learning.ON) {
        partitions(admin, config, config.topic(Topics.LOOP));
      }
      return new BrokerCheck(partitions(admin, config, config.topic(Topics.TOUCHPOINTS)));
    } catch (KafkaException e) {
      throw unreachable(config, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure("interrupted while asking the broker", e);
    }
  }

  private static int partitions(Admin admin, PipelineConfig config, String topic)
      throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      try {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .mapToInt(description -> description.partitions().size())
            .sum();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw unreachable(config, e);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    throw new EnvironmentFailure(
        "topic '"
            + topic
            + "' is missing at "
            + config.kafka().bootstrap()
            + "; create the topics of topics.yaml first");
  }

  private static EnvironmentFailure unreachable(PipelineConfig config, Throwable cause) {
    return new EnvironmentFailure(
        "the broker at "
            + config.kafka().bootstrap()
            + " does not answer; check kafka.bootstrap and that it runs",
        cause);
  }
}
