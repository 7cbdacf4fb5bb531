package io.kizashi.pipeline.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kizashi.pipeline.topics.Topic.Cleanup;
import io.kizashi.pipeline.topics.TopicNeed.Necessity;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicReportTest {
  private static final Topic STREAM =
      new Topic("stream", 12, Cleanup.DELETE, Optional.of(Duration.ofDays(7)), 2_097_152);
  private static final Topic TABLE =
      new Topic("table", 1, Cleanup.COMPACT, Optional.empty(), 1_048_576);
  private static final Topic MEMORY =
      new Topic("memory", 12, Cleanup.COMPACT, Optional.of(Duration.ofDays(7)), 1_048_576);
  private static final Topic ARCHIVE =
      new Topic("archive", 1, Cleanup.DELETE, Optional.empty(), 1_048_576);
  private static final Set<AclOperation> RIGHTS =
      EnumSet.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);

  static Stream<Arguments> whatLosesRecordsOrStopsTheEngine() {
    return Stream.of(
        arguments(STREAM, with("message.timestamp.type", "CreateTime"), "LogAppendTime"),
        arguments(STREAM, with("cleanup.policy", "compact"), "cleanup.policy=delete"),
        arguments(STREAM, with("cleanup.policy", "compact,delete"), "cleanup.policy=delete"),
        arguments(STREAM, with("retention.ms", "604799999"), "retention.ms=604800000"),
        arguments(ARCHIVE, with("retention.ms", "604800000"), "retention.ms=-1"),
        arguments(STREAM, with("max.message.bytes", "2097151"), "max.message.bytes=2097152"),
        arguments(STREAM, with("min.insync.replicas", "4"), "min.insync.replicas=2"),
        arguments(TABLE, with("cleanup.policy", "delete"), "cleanup.policy=compact"),
        arguments(TABLE, with("cleanup.policy", "compact,delete"), "cleanup.policy=compact"),
        arguments(TABLE, with("max.message.bytes", "1048575"), "max.message.bytes=1048576"),
        arguments(TABLE, with("min.insync.replicas", "4"), "add replicas"));
  }

  @ParameterizedTest
  @MethodSource
  void whatLosesRecordsOrStopsTheEngine(Topic topic, Map<String, String> set, String remedy) {
    TopicReport report = report(topic, present(topic, topic.partitions(), 3, set));

    assertThat(report.ok()).isFalse();
    assertThat(report.notes()).isEmpty();
    assertThat(report.problems()).hasSize(1);
    assertThat(report.text()).startsWith("  x-" + topic.name() + ": ").contains(remedy);
  }

  static Stream<Arguments> whatDiffersAndWorksAllTheSame() {
    return Stream.of(
        arguments(STREAM, 24, 3, with("a", "b"), "24 partitions, not 12; leave it"),
        arguments(STREAM, 4, 3, with("a", "b"), "4 partitions, not 12: fewer tasks"),
        arguments(STREAM, 12, 3, with("retention.ms", "-1"), "for ever, not 7 d"),
        arguments(STREAM, 12, 3, with("retention.ms", "604800001"), "604800001 ms, not 7 d"),
        arguments(STREAM, 12, 3, with("retention.bytes", "1000"), "retention.bytes=-1"),
        arguments(STREAM, 12, 1, with("min.insync.replicas", "1"), "one replica"),
        arguments(STREAM, 12, 3, with("min.insync.replicas", "1"), "min.insync.replicas=2"),
        arguments(STREAM, 12, 2, with("min.insync.replicas", "2"), "no broker may be away"),
        arguments(TABLE, 1, 3, with("message.timestamp.type", "CreateTime"), "LogAppendTime"),
        arguments(MEMORY, 12, 3, with("min.compaction.lag.ms", "0"), "lag.ms=604800000"));
  }

  @ParameterizedTest
  @MethodSource
  void whatDiffersAndWorksAllTheSame(
      Topic topic, int partitions, int replicas, Map<String, String> set, String text) {
    TopicReport report = report(topic, present(topic, partitions, replicas, set));

    assertThat(report.ok()).isTrue();
    assertThat(report.notes()).hasSize(1);
    assertThat(report.notes().get(0).text()).startsWith("x-" + topic.name() + ": ").contains(text);
  }

  static Stream<Arguments> whatIsFineIsNotSpokenOf() {
    return Stream.of(
        arguments(STREAM, with("min.insync.replicas", "2")),
        arguments(STREAM, with("max.message.bytes", "9999999")),
        arguments(TABLE, with("retention.ms", "604800000")),
        arguments(TABLE, with("retention.bytes", "1000")),
        arguments(TABLE, with("min.compaction.lag.ms", "0")),
        arguments(MEMORY, with("min.compaction.lag.ms", "604800001")),
        arguments(MEMORY, with("retention.ms", "604800000")),
        arguments(ARCHIVE, with("retention.ms", "-1")));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsFineIsNotSpokenOf(Topic topic, Map<String, String> set) {
    assertThat(report(topic, present(topic, topic.partitions(), 3, set)))
        .isEqualTo(new TopicReport(List.of(), List.of()));
  }

  @Test
  void whatIsWrongWithATopicThatOneThingNeedsIsNoted() {
    TopicNeed need =
        new TopicNeed(STREAM, "x-stream", Set.of(AclOperation.WRITE), Necessity.OPTIONAL);
    TopicReport missing = TopicReport.of(List.of(need), Map.of());
    assertThat(missing.ok()).isTrue();
    assertThat(missing.notes())
        .singleElement()
        .extracting(TopicReport.Finding::text)
        .isEqualTo(
            "x-stream: is missing, so nobody who asks 'why' of the running engine is answered;"
                + " create it with 'kizashi topics create'");
    TopicFacts readOnly =
        new TopicFacts.Present(12, 3, Optional.empty(), Optional.of(Set.of(AclOperation.READ)));
    TopicReport lacking = TopicReport.of(List.of(need), Map.of("x-stream", readOnly));
    assertThat(lacking.ok()).isTrue();
    assertThat(lacking.notes().get(0).text()).contains("lack WRITE, so nobody");
  }

  @Test
  void aTopicThatIsMissingOrHiddenIsAProblem() {
    assertThat(report(STREAM, new TopicFacts.Missing()).text())
        .isEqualTo("  x-stream: is missing; create it with 'kizashi topics create'");
    assertThat(report(STREAM, new TopicFacts.Hidden()).text()).contains("x-stream", "DESCRIBE");
    assertThat(TopicReport.of(List.of(need(STREAM)), Map.of()).ok()).isFalse();
  }

  @Test
  void rightsThatAreLackingAreNamed() {
    TopicFacts.Present may = present(STREAM, 12, 3, Map.of());

    assertThat(report(STREAM, withRights(may, EnumSet.of(AclOperation.DESCRIBE))).text())
        .contains("allow them READ and WRITE");
    assertThat(report(STREAM, withRights(may, EnumSet.of(AclOperation.READ))).text())
        .contains("lack WRITE;");
    assertThat(report(STREAM, may).ok()).isTrue();
  }

  @Test
  void settingsThatMayNotBeReadAreANote() {
    TopicReport report =
        report(STREAM, new TopicFacts.Present(12, 3, Optional.empty(), Optional.empty()));

    assertThat(report.ok()).isTrue();
    assertThat(report.notes()).hasSize(1);
    assertThat(report.notes().get(0).remedy()).contains("DESCRIBE_CONFIGS");
  }

  @Test
  void allProblemsOfAllTopicsComeInOneAnswer() {
    Map<String, String> set = new HashMap<>(with("cleanup.policy", "compact"));
    set.put("message.timestamp.type", "CreateTime");
    set.put("retention.ms", "1");
    set.put("max.message.bytes", "1");
    TopicReport report =
        TopicReport.of(
            List.of(need(STREAM), need(TABLE), need(ARCHIVE)),
            Map.of(
                "x-stream",
                present(STREAM, 12, 3, set),
                "x-archive",
                withRights(present(ARCHIVE, 1, 3, Map.of()), Set.of())));

    assertThat(report.text().lines())
        .extracting(line -> line.strip().replaceFirst(":.*", ""))
        .containsExactly("x-stream", "x-stream", "x-stream", "x-stream", "x-table", "x-archive");
  }

  private static Map<String, String> with(String setting, String value) {
    return Map.of(setting, value);
  }

  private static TopicNeed need(Topic topic) {
    return new TopicNeed(
        topic, "x-" + topic.name(), EnumSet.of(AclOperation.READ, AclOperation.WRITE));
  }

  private static TopicReport report(Topic topic, TopicFacts facts) {
    return TopicReport.of(List.of(need(topic)), Map.of("x-" + topic.name(), facts));
  }

  /** As it should be, but for what is set. */
  private static TopicFacts.Present present(
      Topic topic, int partitions, int replicas, Map<String, String> set) {
    Map<String, String> settings = new HashMap<>(topic.settings(3));
    settings.putAll(set);
    return new TopicFacts.Present(partitions, replicas, Optional.of(settings), Optional.of(RIGHTS));
  }

  private static TopicFacts.Present withRights(TopicFacts.Present facts, Set<AclOperation> rights) {
    return new TopicFacts.Present(
        facts.partitions(), facts.replicas(), facts.settings(), Optional.of(rights));
  }
}
