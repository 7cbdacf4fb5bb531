package io.kizashi.cli.topics;

import io.kizashi.local.kafka.Brokers;
import io.kizashi.pipeline.EngineTopics;
import io.kizashi.pipeline.HeartbeatMode;
import io.kizashi.pipeline.Learning;
import io.kizashi.pipeline.Topics;
import io.kizashi.pipeline.topics.TopicNeed;
import io.kizashi.pipeline.topics.TopicReport;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The topics of one installation at a broker.
 *
 * @param client properties of a Kafka client
 * @param prefix put before every topic's name; may be empty
 */
record TopicsPlace(
    String bootstrap,
    Map<String, String> client,
    String prefix,
    Learning learning,
    HeartbeatMode heartbeats) {
  Brokers brokers() {
    return new Brokers(bootstrap, client);
  }

  /** What the engine reads and writes, with the rights that it needs. */
  List<TopicNeed> used() {
    return EngineTopics.of(prefix, learning, heartbeats);
  }

  /** All topics of {@code topics.yaml}, by nobody in particular. */
  List<TopicNeed> all() {
    return Topics.all().stream()
        .map(topic -> new TopicNeed(topic, prefix + topic.name(), Set.of()))
        .toList();
  }

  static TopicReport report(Brokers brokers, List<TopicNeed> needs) {
    return TopicReport.of(needs, brokers.facts(needs.stream().map(TopicNeed::name).toList()));
  }

  /** For people. */
  String description() {
    return bootstrap + (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'");
  }
}
