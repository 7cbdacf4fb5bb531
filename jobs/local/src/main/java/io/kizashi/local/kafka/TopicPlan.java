package io.kizashi.local.kafka;

import io.kizashi.pipeline.Topics;
import io.kizashi.pipeline.topics.Topic;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of the engine as a broker is asked to create them.
 *
 * @param topics with their settings
 */
public record TopicPlan(List<NewTopic> topics) {
  /** Bytes that a batch may add around one record; more than enough. */
  private static final int ENVELOPE_BYTES = 4 * 1024;

  /** Copies the topics. */
  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /**
   * The plan that ships with the program.
   *
   * @param prefix put before every name; may be empty
   * @param replicas of every partition; -1 for the broker's default
   */
  public static TopicPlan shipped(String prefix, short replicas) {
    return new TopicPlan(
        Topics.all().stream()
            .map(
                topic ->
                    new NewTopic(prefix + topic.name(), topic.partitions(), replicas)
                        .configs(topic.settings(replicas)))
            .toList());
  }

  /** As much of the plan as is about topics of some names. */
  public TopicPlan of(Predicate<String> names) {
    return new TopicPlan(topics.stream().filter(topic -> names.test(topic.name())).toList());
  }

  /**
   * Bytes of the largest record that a broker with these topics takes: far above what a touchpoint
   * may have, so that oversized records reach the engine and are rejected there, with a code.
   */
  public static int largestTouchpoint() {
    return Topics.all().stream()
            .filter(topic -> topic.name().equals(Topics.TOUCHPOINTS))
            .mapToInt(Topic::maxMessage)
            .max()
            .orElseThrow()
        - ENVELOPE_BYTES;
  }
}
