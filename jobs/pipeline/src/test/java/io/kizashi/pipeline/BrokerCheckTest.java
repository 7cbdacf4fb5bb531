package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.topics.TopicFacts;
import io.kizashi.pipeline.topics.TopicInquiry;
import io.kizashi.pipeline.topics.TopicNeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics of a real broker, before a job starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BrokerCheckTest {
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Set<String> INPUTS = Set.of("touchpoints", "rulebooks", "controls");

  private final Path folder;
  private final Broker broker;

  BrokerCheckTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker = new Broker(folder.resolve("broker"));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void withoutItsOutputTopicsAJobIsRefusedWithinSecondsAndEachIsNamed() throws Exception {
    broker.createTopics("inputs-", topic -> INPUTS.contains(topic.name()));
    long start = System.nanoTime();

    assertThatThrownBy(() -> build(config("inputs-", "learning: on")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContainingAll(
            "inputs-moments: is missing",
            "inputs-recommendations: is missing",
            "inputs-shadow: is missing",
            "inputs-loop: is missing",
            "inputs-journey-kpis: is missing",
            "inputs-rejected: is missing",
            "inputs-rulebook-status: is missing")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(8));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WITHIN);
  }

  @Test
  void aTopicThatIsCreatedMeanwhileIsWaitedFor() throws Exception {
    try (Admin asking = broker.admin();
        Admin creating = broker.admin()) {
      assertThat(new TopicInquiry(asking).ask(List.of("late"), Duration.ZERO))
          .containsEntry("late", new TopicFacts.Missing());
      var created = creating.createTopics(List.of(new NewTopic("late", 2, (short) 1))).all();

      TopicFacts late =
          Objects.requireNonNull(
              new TopicInquiry(asking).ask(List.of("late"), Duration.ofMinutes(1)).get("late"));
      assertThat(late).isInstanceOf(TopicFacts.Present.class);
      created.get();
    }
  }

  @Test
  void theTopicsThatAreAskedForAreThoseOfTheGraphsSinks() throws Exception {
    broker.createTopics("graph-");
    PipelineConfig config = config("graph-", "learning: on");

    assertThat(sinks(config).map(sink -> "graph-" + sink))
        .containsExactlyInAnyOrderElementsOf(
            EngineTopics.of(config).stream()
                .filter(need -> need.rights().contains(AclOperation.WRITE))
                .map(TopicNeed::name)
                .toList());
  }

  private static Stream<String> sinks(PipelineConfig config) throws Exception {
    String writer = ": Writer";
    return build(config).getStreamGraph(false).getStreamNodes().stream()
        .map(node -> node.getOperatorName())
        .filter(name -> name.endsWith(writer))
        .map(name -> name.substring(0, name.length() - writer.length()))
        .collect(Collectors.toSet())
        .stream();
  }

  private static StreamExecutionEnvironment build(PipelineConfig config) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(Environments.run(config));
    KafkaPipeline.build(env, config, SampleRecords.RULEBOOK);
    return env;
  }

  private PipelineConfig config(String prefix, String more) {
    String text =
        """
        rulebook: rulebook.yaml
        kafka: { bootstrap: '%s' }
        checkpoints: { folder: checkpoints }
        topic-prefix: '%s'
        %s
        """
            .formatted(broker.bootstrap(), prefix, more);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
