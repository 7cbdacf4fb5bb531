package io.kizashi.pipeline;

import io.kizashi.pipeline.topics.Topic;
import io.kizashi.pipeline.topics.TopicNeed;
import io.kizashi.pipeline.topics.TopicNeed.Necessity;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/** Which topics an engine uses, by its settings, and what it does with them. */
public final class EngineTopics {
  /** Stages whose outputs are read again at a start, each from the topic called as it is. */
  private static final List<Stage> SAID =
      List.of(Stage.MOMENTS, Stage.RECOMMENDATIONS, Stage.SHADOW);

  /** Stages that only write, each to the topic that is called as it is. */
  private static final List<Stage> TOLD =
      List.of(Stage.JOURNEY_KPIS, Stage.REJECTED, Stage.RULEBOOK_STATUS);

  private EngineTopics() {}

  static List<TopicNeed> of(PipelineConfig config) {
    return of(config.topicPrefix(), config.learning(), config.heartbeats());
  }

  /**
   * The topics that are read or written, in the order of {@code topics.yaml}.
   *
   * @param prefix put before every name; may be empty
   */
  public static List<TopicNeed> of(String prefix, Learning learning, HeartbeatMode heartbeats) {
    Map<String, Set<AclOperation>> rights = rights(learning, heartbeats);
    return Topics.all().stream()
        .flatMap(
            topic ->
                Optional.ofNullable(rights.get(topic.name()))
                    .map(needed -> need(topic, prefix, needed))
                    .stream())
        .toList();
  }

  /** Without the topic of answers nobody is answered, and all else goes on. */
  private static TopicNeed need(Topic topic, String prefix, Set<AclOperation> rights) {
    return new TopicNeed(
        topic,
        prefix + topic.name(),
        rights,
        topic.name().equals(Topics.ANSWERS) ? Necessity.OPTIONAL : Necessity.REQUIRED);
  }

  private static Map<String, Set<AclOperation>> rights(
      Learning learning, HeartbeatMode heartbeats) {
    Set<AclOperation> read = EnumSet.of(AclOperation.READ);
    Set<AclOperation> write = EnumSet.of(AclOperation.WRITE);
    Set<AclOperation> both = EnumSet.of(AclOperation.READ, AclOperation.WRITE);
    Map<String, Set<AclOperation>> rights = new HashMap<>();
    SAID.forEach(stage -> rights.put(stage.uid(), both));
    TOLD.forEach(stage -> rights.put(stage.uid(), write));
    rights.put(Topics.ANSWERS, write);
    rights.put(Topics.RULEBOOKS, read);
    rights.put(Topics.CONTROLS, read);
    rights.put(
        Topics.TOUCHPOINTS,
        switch (heartbeats) {
          case ENGINE -> both;
          case SOURCES, NONE -> read;
        });
    switch (learning) {
      case ON -> rights.put(Topics.LOOP, both);
      case OFF -> {}
    }
    return rights;
  }
}
