package io.kizashi.pipeline;

import io.kizashi.pipeline.topics.TopicFacts;
import io.kizashi.pipeline.topics.TopicInquiry;
import io.kizashi.pipeline.topics.TopicNeed;
import io.kizashi.pipeline.topics.TopicReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker says before the job starts.
 *
 * @param touchpointPartitions partitions of the touchpoints' topic
 */
record BrokerCheck(int touchpointPartitions) {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerCheck.class);

  /** A broker that takes longer is as good as away, and whoever starts the engine waits for it. */
  private static final String TIMEOUT_MILLIS = "15000";

  /** A topic that was just created may take this long to be known to every broker. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * Asks of every topic that is read or written: a sink without its topic would fail the first
   * checkpoint, minutes after the start was called a success, and every one after it.
   *
   * @throws EnvironmentFailure naming all that is wrong with them
   */
  static BrokerCheck ask(PipelineConfig config) {
    List<TopicNeed> needs = EngineTopics.of(config);
    Map<String, TopicFacts> facts = facts(config, needs.stream().map(TopicNeed::name).toList());
    TopicReport report = TopicReport.of(needs, facts);
    report.notes().forEach(note -> LOG.info("topic {}", note.text()));
    if (facts.get(config.topic(Topics.TOUCHPOINTS)) instanceof TopicFacts.Present touchpoints
        && report.ok()) {
      return new BrokerCheck(touchpoints.partitions());
    }
    throw new EnvironmentFailure(
        "the engine can't use the topics at "
            + config.kafka().bootstrap()
            + ", which are to be as topics.yaml says:\n"
            + report.text());
  }

  private static Map<String, TopicFacts> facts(PipelineConfig config, List<String> names) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.putAll(config.kafka().properties());
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrap());
    try (Admin admin = Admin.create(settings)) {
      return new TopicInquiry(admin).ask(names, PATIENCE);
    } catch (KafkaException | ExecutionException e) {
      throw unreachable(config, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure("interrupted while asking the broker", e);
    }
  }

  private static EnvironmentFailure unreachable(PipelineConfig config, Throwable cause) {
    return new EnvironmentFailure(
        "the broker at "
            + config.kafka().bootstrap()
            + " does not answer; check kafka.bootstrap and that it runs",
        cause);
  }
}
