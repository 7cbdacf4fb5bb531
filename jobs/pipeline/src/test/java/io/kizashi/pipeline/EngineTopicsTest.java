package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.pipeline.topics.TopicNeed;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class EngineTopicsTest {
  private static final Set<AclOperation> READ = Set.of(AclOperation.READ);
  private static final Set<AclOperation> WRITE = Set.of(AclOperation.WRITE);
  private static final Set<AclOperation> BOTH = Set.of(AclOperation.READ, AclOperation.WRITE);

  @Test
  void whatIsReadAndWrittenIsNeededWithTheRightsForIt() {
    assertThat(rights(Learning.OFF, HeartbeatMode.SOURCES))
        .isEqualTo(
            Map.of(
                "x-touchpoints", READ,
                "x-rulebooks", READ,
                "x-controls", READ,
                "x-moments", BOTH,
                "x-recommendations", BOTH,
                "x-shadow", BOTH,
                "x-journey-kpis", WRITE,
                "x-rejected", WRITE,
                "x-rulebook-status", WRITE,
                "x-answers", WRITE));
  }

  @Test
  void anEngineGoesWithoutTheTopicOfAnswersAndWithoutNoOther() {
    assertThat(EngineTopics.of("x-", Learning.ON, HeartbeatMode.ENGINE))
        .filteredOn(need -> need.necessity() == TopicNeed.Necessity.OPTIONAL)
        .extracting(TopicNeed::name)
        .containsExactly("x-answers");
  }

  @Test
  void learningNeedsItsLoopAndHeartbeatsOfTheEngineAreWritten() {
    assertThat(rights(Learning.ON, HeartbeatMode.NONE)).containsEntry("x-loop", BOTH);
    assertThat(rights(Learning.ON, HeartbeatMode.NONE)).containsEntry("x-touchpoints", READ);
    assertThat(rights(Learning.OFF, HeartbeatMode.ENGINE)).containsEntry("x-touchpoints", BOTH);
  }

  private static Map<String, Set<AclOperation>> rights(Learning learning, HeartbeatMode mode) {
    return EngineTopics.of("x-", learning, mode).stream()
        .collect(Collectors.toMap(TopicNeed::name, TopicNeed::rights));
  }
}
