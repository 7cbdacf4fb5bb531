package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizashi.pipeline.topics.TopicNeed;
import io.kizashi.schema.TouchpointJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose user may do what it is allowed, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RightsTest {
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\""
          + " password=\"%s\" %s;";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path folder;
  private final Broker broker;

  RightsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.broker =
        new Broker(
            folder.resolve("broker"),
            Map.of(
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:admin;User:ANONYMOUS",
                "listener.security.protocol.map",
                "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config",
                LOGIN.formatted("admin", "a", "user_admin=\"a\" user_engine=\"e\"")),
            Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted("admin", "a", "")));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void rightsThatTheEngineLacksAreNamedAtOnceAndSoIsWhatItMayNotSee() throws Exception {
    broker.createTopics("lack-");
    PipelineConfig config = config("lack-");
    List<AclBinding> allowed = new ArrayList<>();
    for (TopicNeed need : EngineTopics.of(config)) {
      allowed.addAll(topic(need.name(), need.rights()));
    }
    allowed.removeAll(topic("lack-moments", Set.of(AclOperation.WRITE)));
    allowed.addAll(topic("lack-moments", Set.of(AclOperation.DESCRIBE)));
    allowed.removeAll(topic("lack-loop", Set.of(AclOperation.READ)));
    allowed.removeAll(topic("lack-rejected", Set.of(AclOperation.WRITE)));
    allow(allowed);

    assertThatThrownBy(() -> BrokerCheck.ask(config))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContainingAll(
            "lack-moments: these credentials lack WRITE;",
            "lack-loop: these credentials lack READ;",
            "lack-rejected: is missing, or may not be seen")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(4));
  }

  @Test
  void theRightsThatTheGuideNamesSufficeAtLeastOnce() throws Exception {
    broker.createTopics("least-");
    PipelineConfig config = config("least-");
    List<AclBinding> allowed = new ArrayList<>();
    for (TopicNeed need : EngineTopics.of(config)) {
      allowed.addAll(topic(need.name(), need.rights()));
    }
    allowed.add(prefixed(ResourceType.GROUP, "engine", AclOperation.READ));
    allow(allowed);

    try (Job job = new Job(config, SampleRecords.RULEBOOK, Optional.empty())) {
      String topic = "least-touchpoints";
      broker.send(topic, 1, SampleRecords.cart("e-1", "c-1", TEN).getBytes(UTF_8));
      for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
        broker.send(topic, partition, TouchpointJson.encodeHeartbeat(TEN + 31 * MINUTE));
      }

      assertThat(Broker.text(broker.await("least-recommendations", r -> true).get(0)))
          .contains("\"customer\":\"c-1\"");
      job.awaitNextCheckpoint();
    }
    try (Job job = new Job(config, SampleRecords.RULEBOOK, newest(config))) {
      job.awaitNextCheckpoint();
      assertThat(job.isRunning()).as("read again what was said").isTrue();
    }
  }

  private static Optional<String> newest(PipelineConfig config) {
    Optional<String> newest = LatestCheckpoint.below(StateFolder.of(config).uri());
    assertThat(newest).isPresent();
    return newest;
  }

  private static List<AclBinding> topic(String name, Set<AclOperation> operations) {
    return operations.stream()
        .map(operation -> binding(ResourceType.TOPIC, name, PatternType.LITERAL, operation))
        .toList();
  }

  private static AclBinding prefixed(ResourceType type, String start, AclOperation operation) {
    return binding(type, start, PatternType.PREFIXED, operation);
  }

  private static AclBinding binding(
      ResourceType type, String name, PatternType pattern, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:engine", "*", operation, AclPermissionType.ALLOW));
  }

  /** Returns when the broker goes by it. */
  private void allow(List<AclBinding> bindings) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    try (Admin admin = broker.admin()) {
      admin.createAcls(bindings).all().get();
      while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(bindings)) {
        assertThat(System.nanoTime()).isLessThan(end);
      }
    }
  }

  private PipelineConfig config(String prefix) {
    String text =
        """
        rulebook: rulebook.yaml
        parallelism: 2
        kafka:
          bootstrap: '%s'
          group: engine
          properties:
            security.protocol: SASL_PLAINTEXT
            sasl.mechanism: PLAIN
            sasl.jaas.config: '%s'
        checkpoints: { folder: checkpoints-%s, interval: 200ms }
        topic-prefix: '%s'
        learning: on
        """
            .formatted(broker.bootstrap(), LOGIN.formatted("engine", "e", ""), prefix, prefix);
    PipelineConfig.Reading reading =
        PipelineConfig.read(folder.resolve("kizashi.yaml"), text, Map.of());
    return reading.config().orElseThrow(() -> new AssertionError(reading.problems()));
  }
}
