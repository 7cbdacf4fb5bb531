package io.kizashi.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.local.kafka.Brokers;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.local.kafka.TopicPlan;
import io.kizashi.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TopicsCommandTest {
  private final EmbeddedKafka kafka = EmbeddedKafka.start();

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void whatIsMissingIsNamedThenCreatedAndThenFine() throws Exception {
    CommandRun before = run("check", "--prefix", "shop-", "--json");
    assertThat(before.exitCode()).isEqualTo(ExitCode.INPUT);
    JsonNode answer = new ObjectMapper().readTree(before.out());
    assertThat(answer.path("ok").asBoolean(true)).isFalse();
    assertThat(answer.path("problems")).hasSize(9);
    assertThat(answer.path("notes")).hasSize(1);
    assertThat(answer.path("notes").path(0).path("what").asText())
        .isEqualTo("is missing, so nobody who asks 'why' of the running engine is answered");
    assertThat(answer.path("problems").path(0).path("topic").asText())
        .isEqualTo("shop-touchpoints");

    CommandRun created = run("create", "--prefix", "shop-", "--replicas", "1");
    assertThat(created.err()).isEmpty();
    assertThat(created.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(created.out())
        .startsWith("created topics: shop-touchpoints, ")
        .contains("shop-loop");

    CommandRun after = run("check", "--prefix", "shop-");
    assertThat(after.exitCode()).as(after.err()).isEqualTo(ExitCode.DONE);
    assertThat(after.out()).contains("10 topics at", "with prefix 'shop-' are fine");
    assertThat(after.err().lines()).hasSize(10).allMatch(line -> line.contains("one replica"));
    assertThat(run("create", "--prefix", "shop-").out()).startsWith("every topic is there already");
  }

  @Test
  void anEngineIsStartedWithoutTheTopicOfAnswersWhereThatCantBeMade() throws Exception {
    // A broker takes no two names that differ in dots and underscores alone.
    create("dotted_answers", Map.of());
    StringWriter err = new StringWriter();
    NewTopics topics = new NewTopics();
    topics.sure = true;
    try (Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
      List<String> created = topics.createToRun(brokers, "dotted.", new PrintWriter(err));
      assertThat(created).contains("dotted.touchpoints").doesNotContain("dotted.answers");
    }
    assertThat(err.toString())
        .contains("nobody who asks 'why' of the engine is answered until the topic dotted.answers");
    assertThat(run("check", "--prefix", "dotted.").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatExistsIsToldOfAndNeverAlteredAndNoEngineStartsOnIt(@TempDir Path folder)
      throws Exception {
    create("old-moments", Map.of("message.timestamp.type", "CreateTime", "retention.ms", "1"));

    for (int attempt = 0; attempt < 2; attempt++) {
      CommandRun create = run("create", "--prefix", "old-");
      assertThat(create.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(create.err())
          .contains("problem: old-moments: message.timestamp.type is CreateTime")
          .contains("problem: old-moments: retention.ms is 1 ms")
          .contains("note: old-moments: has 2 partitions, not 12");
    }
    Path config = config(folder, "old-");
    CommandRun engine = CommandRun.of("run", "--config", config.toString());
    assertThat(engine.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(engine.err()).contains("old-moments: retention.ms", "old-moments: message.time");
    assertThat(CommandRun.of("topics", "check", "--config", config.toString()).err())
        .contains("problem: old-moments: retention.ms");
  }

  @Test
  void aPrefixWithASlipIsRefusedWhereNobodyCanBeAsked() {
    assertThat(run("create", "--prefix", "prod-").exitCode()).isEqualTo(ExitCode.DONE);

    CommandRun slip = run("create", "--prefix", "prd-");
    assertThat(slip.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(slip.err()).contains("the prefix 'prd-' is new at", "did you mean 'prod-'?");
    assertThat(run("check", "--prefix", "prd-").err()).contains("prd-touchpoints: is missing");

    assertThat(run("create", "--prefix", "prd-", "--yes").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("create", "--prefix", "prd-").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void neitherRunNorFeedBeginsASecondInstallationByASlip(@TempDir Path folder) throws Exception {
    assertThat(run("create", "--prefix", "live-").exitCode()).isEqualTo(ExitCode.DONE);
    Path events = RecordedStream.write(folder, 3, 1);

    for (CommandRun slip :
        List.of(
            CommandRun.of("run", "--config", config(folder, "liev-").toString()),
            feed(events, "--topic-prefix", "liev-"))) {
      assertThat(slip.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(slip.err()).contains("did you mean 'live-'?", "--yes creates them");
    }
    try (Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
      assertThat(brokers.topics()).noneMatch(topic -> topic.startsWith("liev-"));
    }
    assertThat(feed(events, "--topic-prefix", "liev-", "--yes").err())
        .startsWith("created topics: liev-touchpoints, ");
    assertThat(feed(events, "--topic-prefix", "liev-").exitCode()).isEqualTo(ExitCode.DONE);
  }

  private CommandRun feed(Path events, String... options) {
    List<String> all = new ArrayList<>(List.of("feed", "--events", events.toString()));
    all.addAll(List.of("--bootstrap", kafka.bootstrap()));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void threeReplicasNeedTwoInSync() {
    TopicPlan three = TopicPlan.shipped("", (short) 3);
    assertThat(three.topics())
        .allMatch(topic -> "2".equals(topic.configs().get("min.insync.replicas")));
    assertThat(TopicPlan.shipped("", (short) 2).topics())
        .noneMatch(topic -> topic.configs().containsKey("min.insync.replicas"));
    CommandRun tooMany = run("create", "--prefix", "three-", "--replicas", "3");
    assertThat(tooMany.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(tooMany.err()).contains("did not create topic 'three-", "replication factor");
  }

  @Test
  void withoutABrokerOrReplicasItIsWrongUsage() {
    CommandRun nowhere = CommandRun.of("topics", "check", "--prefix", "x-");
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nowhere.err()).contains("--bootstrap or --config");
    assertThat(run("create", "--replicas", "0").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void onlyAYesIsAYes() {
    StringWriter err = new StringWriter();
    assertThat(answer("y\n", err).given("sure?")).isTrue();
    assertThat(err).hasToString("sure? [y/N] ");
    assertThat(answer("yes", err).given("sure?")).isTrue();
    assertThat(answer("\n", err).given("sure?")).isFalse();
    assertThat(answer("no\n", err).given("sure?")).isFalse();
    assertThat(answer("", err).given("sure?")).isFalse();
  }

  private static Consent answer(String text, StringWriter err) {
    return new Consent(new PrintWriter(err), Optional.of(new StringReader(text)));
  }

  private void create(String name, Map<String, String> set) {
    Map<String, String> settings = new HashMap<>(set);
    settings.put("max.message.bytes", "1048576");
    try (Brokers brokers = new Brokers(kafka.bootstrap(), Map.of())) {
      NewTopic topic = new NewTopic(name, 2, (short) 1).configs(settings);
      assertThat(brokers.create(new TopicPlan(List.of(topic)))).containsExactly(name);
    }
  }

  private Path config(Path folder, String prefix) throws Exception {
    return Files.writeString(
        folder.resolve("kizashi.yaml"),
        """
        rulebook: %s
        kafka: { bootstrap: '%s' }
        checkpoints: { folder: checkpoints }
        topic-prefix: %s
        """
            .formatted(RecordedStream.writeRules(folder), kafka.bootstrap(), prefix));
  }

  private CommandRun run(String... command) {
    List<String> all = new ArrayList<>(List.of("topics"));
    all.addAll(List.of(command));
    all.addAll(List.of("--bootstrap", kafka.bootstrap()));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
