package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.language.yaml.Problem;
import io.kizashi.language.yaml.Problems;
import io.kizashi.pipeline.topics.Topic;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void thePackagedFileNamesEveryTopicOfTheContract() {
    assertThat(Topics.all())
        .extracting(Topic::name)
        .containsExactlyInAnyOrder(
            "touchpoints",
            "rulebooks",
            "capacity",
            "controls",
            "moments",
            "recommendations",
            "shadow",
            "loop",
            "journey-kpis",
            "rejected",
            "rulebook-status",
            "answers",
            "erasure-receipts");
  }

  @Test
  void whatAColdStartNeedsHoweverOldItIsIsCompacted() {
    assertThat(Topics.all())
        .filteredOn(topic -> topic.cleanup() == Topic.Cleanup.COMPACT)
        .extracting(Topic::name)
        .containsExactly("rulebooks", "capacity", "controls", "loop");
  }

  @Test
  void rulebooksHaveOnePartitionSoThatTheirOrderIsOne() {
    assertThat(Topics.all())
        .filteredOn(topic -> topic.name().equals("rulebooks"))
        .extracting(Topic::partitions)
        .containsExactly(1);
  }

  @Test
  void everyStageThatWritesHasItsTopic() {
    assertThat(Topics.all())
        .extracting(Topic::name)
        .contains(
            Stage.MOMENTS.uid(),
            Stage.RECOMMENDATIONS.uid(),
            Stage.REJECTED.uid(),
            Stage.RULEBOOK_STATUS.uid(),
            Stage.ANSWERS.uid());
  }

  @Test
  void settingsCarryKafkasNames() {
    Topic topic =
        new Topic("t", 3, Topic.Cleanup.DELETE, Optional.of(Duration.ofDays(7)), 1_048_576);

    assertThat(topic.settings())
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "604800000")
        .containsEntry("max.message.bytes", "1048576");
    assertThat(new Topic("t", 1, Topic.Cleanup.COMPACT, Optional.empty(), 1).settings())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("retention.ms", "-1")
        .doesNotContainKey("min.compaction.lag.ms");
    assertThat(
            new Topic("t", 1, Topic.Cleanup.COMPACT, Optional.of(Duration.ofDays(7)), 1).settings())
        .containsEntry("retention.ms", "-1")
        .containsEntry("min.compaction.lag.ms", "604800000");
  }

  @Test
  void mistakesAreGatheredWithTheirPlace() {
    Problems problems = new Problems();

    Topics.read(
        "t.yaml",
        """
        a: { partitons: 1, cleanup: delete, retention: 7d, max-message: 9 }
        b: { partitions: 1, cleanup: delete, retention: week, max-message: 9 }
        """,
        problems);

    assertThat(problems.all())
        .extracting(Problem::render)
        .anyMatch(text -> text.startsWith("t.yaml:1:6: error: a topic has no 'partitons'"))
        .anyMatch(text -> text.startsWith("t.yaml:2:4: error: retention 'week' is no duration"));
  }
}
