package io.kizashi.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.control.publish.Draft;
import io.kizashi.control.publish.PublishResult;
import io.kizashi.control.publish.Publisher;
import io.kizashi.control.publish.RulebookTopic;
import io.kizashi.control.report.ResultText;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesPublishCommandTest {
  private static final String RULES = Shop.RULES;

  @TempDir Path folder = Path.of("");

  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private Installation shop = new Installation("", "");

  @BeforeEach
  void createTopics(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    shop = Installation.create(kafka.bootstrap(), name + "-");
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  @Test
  void aTextIsInForceWhenEveryTaskSaysSo() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 2)) {
      CommandRun run = publish(Shop.waiting("6m"), "--by", "mika", "--why", "slower tills");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).matches("version 2 of 'shop' in force on 2 of 2 tasks after \\d+ ms\n");
      assertThat(publish(Shop.waiting("7m")).out()).startsWith("version 3 of 'shop' in force");

      CommandRun status = shop.run("rules", "status");
      assertThat(status.out())
          .matches(
              "shop: version 3 \\([0-9a-f]{12}\\) for everybody since \\S+Z on 2 of 2 tasks\n");
      CommandRun history = shop.run("rules", "history", "shop");
      assertThat(history.out().lines())
          .hasSize(4)
          .anyMatch(line -> line.matches(" +2 .* 100  replaced +mika +slower tills"))
          .anyMatch(line -> line.matches(" +3 .* 100  in_force .*"));
      assertThat(engine.version()).isEqualTo(3);
    }
  }

  @Test
  void theTextInForceIsNotPublishedAgainUnlessToldSo() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 1)) {
      CommandRun submitted = publish(RULES);
      assertThat(submitted.exitCode()).isZero();
      assertThat(submitted.out()).startsWith("version 1 of 'shop' has the same text: nothing was");
      publish(Shop.waiting("6m"));
      assertThat(publish(Shop.waiting("6m")).out())
          .startsWith("version 2 of 'shop' has the same text");
      assertThat(publish(Shop.waiting("6m"), "--force").out())
          .startsWith("version 3 of 'shop' in force");
      assertThat(engine.version()).isEqualTo(3);
    }
  }

  @Test
  void aTextThatDoesNotCompileNeverLeavesThisMachine() throws Exception {
    CommandRun run = publish(RULES.replace("drop_off", "drop_of"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains(":4:11: error: ", "hint: ");
    assertThat(shop.run("rules", "history").out()).isEmpty();
  }

  @Test
  void anEngineThatRefusesSaysWhyAndKeepsTheOldVersion() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 2)) {
      CommandRun run = publish(RULES + "# refuse-me\n");
      assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(run.err())
          .isEqualTo(
              """
              version 2 of 'shop' was refused by 2 of 2 tasks (broken)
              r.yaml:1:1: error: not here [refused]
              """);
      assertThat(shop.run("rules", "status").out())
          .contains("shop: version 1 (", "refused: version 2 (", "    r.yaml:1:1: error: not here");
      assertThat(shop.run("rules", "history").out()).contains(" refused ");
      assertThat(publish(Shop.waiting("6m")).out()).startsWith("version 3 of 'shop' in force");
      assertThat(engine.version()).isEqualTo(3);
    }
  }

  @Test
  void whereNobodyAnswersTheNamesThatEnginesHaveAnsweredForAreSaid() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "other", RULES, 1)) {
      CommandRun run = publish(RULES, "--timeout", "300ms");
      assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(run.err())
          .startsWith("version 2 of 'shop' is published, but no engine answered within 0.3 s")
          .contains("lately for: other (at ");
      assertThat(shop.run("rules", "status", "shop").out())
          .contains("shop: no engine has answered", "version 2 was published by ");
      assertThat(engine.version()).isEqualTo(1);
    }
  }

  @Test
  void theOldTextComesBackAsANewVersion() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 2)) {
      publish(Shop.waiting("6m"));
      publish(Shop.waiting("7m"));
      CommandRun run = shop.run("rules", "rollback", "shop", "--timeout", "20s");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out())
          .startsWith(
              "going back to the text of version 2 of 'shop'\nversion 4 of 'shop' in force");
      assertThat(published(4).document().text()).isEqualTo(Shop.waiting("6m"));
      assertThat(published(4).why()).isEqualTo("back to version 2");
      CommandRun chosen = shop.run("rules", "rollback", "--to", "3", "--why", "on second thought");
      assertThat(chosen.out()).contains("version 5 of 'shop' in force");
      assertThat(published(5).document().text()).isEqualTo(Shop.waiting("7m"));
      CommandRun submitted = shop.run("rules", "rollback", "--to", "1");
      assertThat(submitted.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(submitted.err())
          .contains("no text of version 1", "Version 1 travels with the job");
      assertThat(engine.version()).isEqualTo(5);
    }
  }

  @Test
  void whatIsNoPublicationIsSkippedAndSaid() throws Exception {
    shop.write("rulebooks", "x", "{\"rulebook\":\"shop\"}".getBytes(UTF_8));
    shop.write("rulebook-status", "x", "adopted".getBytes(UTF_8));
    tombstone("shop/2/abc");
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 1)) {
      CommandRun run = publish(Shop.waiting("6m"));
      assertThat(run.out()).startsWith("version 2 of 'shop' in force");
      assertThat(run.err()).contains("skipped: records that are no publications or answers: 3");
      assertThat(engine.version()).isEqualTo(2);
    }
  }

  @Test
  void programsReadHowItEnded() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 2)) {
      JsonNode json = json(publish(Shop.waiting("6m"), "--json"));
      assertThat(json.path("ok").asBoolean()).isTrue();
      assertThat(json.path("result").asText()).isEqualTo("adopted");
      assertThat(json.path("version").asLong()).isEqualTo(2);
      assertThat(json.path("tasks").asInt()).isEqualTo(2);
      JsonNode status = json(shop.run("rules", "status", "--json")).path(0);
      assertThat(status.path("agreed").asBoolean()).isTrue();
      assertThat(status.path("inForce").path(1).path("version").asLong()).isEqualTo(2);
      JsonNode history = json(shop.run("rules", "history", "--json")).path(0);
      assertThat(history.path("fate").asText()).isEqualTo("in_force");
      JsonNode broken = json(publish(RULES.replace("drop_off", "drop_of"), "--json"));
      assertThat(broken.path("problems").path(0).path("line").asInt()).isEqualTo(4);
      assertThat(engine.version()).isEqualTo(2);
    }
  }

  @Test
  void aTextTooLargeForTheTopicIsRefusedHere() throws Exception {
    String bulk = ("# " + "長い".repeat(10_000) + "\n").repeat(150);
    CommandRun run = publish(RULES + bulk);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .matches("the record has 9,\\d+,\\d+ bytes, and at most 8,384,512 are taken\n");
    assertThat(shop.run("rules", "history").out()).isEmpty();
  }

  @Test
  void aBrokerThatIsNotThereIsTheEnvironmentsFault() {
    CommandRun run = new Installation("no port", "").run("rules", "status");
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err()).startsWith("kizashi: can't use Kafka at 'no port'");
  }

  @Test
  void topicsThatAreMissingAreTheEnvironmentsFault() throws IOException {
    Installation nowhere = new Installation(kafka.bootstrap(), "nowhere-");
    CommandRun run = nowhere.run("rules", "publish", file(RULES));
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(run.err()).contains("has no topic 'nowhere-rulebooks', 'nowhere-rulebook-status'");
  }

  @Test
  void anUnknownNameIsTheInputsFaultWithTheNearestOne() throws Exception {
    publish(RULES, "--timeout", "1ms");
    CommandRun run = shop.run("rules", "history", "shob");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("no rulebook 'shob'", "did you mean 'shop'?");
  }

  @Test
  void manyAtOnceGetAVersionEach() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 2)) {
      List<CompletableFuture<CommandRun>> runs = new ArrayList<>();
      for (int minutes = 6; minutes < 10; minutes++) {
        Path file = folder.resolve("shop-" + minutes + ".yaml");
        Files.writeString(file, Shop.waiting(minutes + "m"));
        runs.add(
            CompletableFuture.supplyAsync(
                () -> shop.run("rules", "publish", file.toString(), "--retry")));
      }
      assertThat(runs).extracting(run -> run.join().exitCode()).containsOnly(0);
      assertThat(runs)
          .extracting(run -> run.join().out().replaceAll(" of 'shop'(?s).*", ""))
          .containsExactlyInAnyOrder("version 2", "version 3", "version 4", "version 5");
      assertThat(engine.version()).isEqualTo(5);
    }
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), text).toString();
  }

  private CommandRun publish(String text, String... options) throws IOException {
    String[] command = new String[3 + options.length];
    command[0] = "rules";
    command[1] = "publish";
    command[2] = file(text);
    System.arraycopy(options, 0, command, 3, options.length);
    return shop.run(command);
  }

  private Publication published(long version) {
    try (RulebookTopic ledger = new RulebookTopic(shop.site())) {
      return ledger.book("shop").holder(version).orElseThrow().publication();
    }
  }

  private void tombstone(String key) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(shop.prefix() + "rulebooks", 0, key.getBytes(UTF_8), null))
          .get();
    }
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void whoeverWasFasterKeepsTheVersion() throws Exception {
    try (FakeEngine engine = FakeEngine.start(shop.site(), "shop", RULES, 1);
        Publisher publisher = new Publisher(shop.site(), java.time.Duration.ofSeconds(20))) {
      Publication theirs =
          new Publication(
              "shop",
              new RulebookDocument("theirs.yaml", 2, Shop.waiting("9m")),
              Optional.empty(),
              0,
              "kenji",
              "sale");
      shop.write("rulebooks", theirs.key(), ControlJson.encode(theirs));
      Draft ours = new Draft("shop", "ours.yaml", Shop.waiting("6m"), Optional.empty(), "mika", "");
      PublishResult result = publisher.publishAfter(1, ours);
      assertThat(result).isInstanceOf(PublishResult.Conflict.class);
      assertThat(ResultText.exitCode(result)).isEqualTo(ExitCode.INPUT);
      assertThat(ResultText.text(result, publisher.ledger()))
          .startsWith("version 2 of 'shop': conflict: it was published before, by kenji at ")
          .contains("(sale)");
      assertThat(publisher.publish(ours)).isInstanceOf(PublishResult.Adopted.class);
      assertThat(shop.run("rules", "history").out()).contains(" conflict ").contains(" in_force ");
      assertThat(engine.version()).isEqualTo(3);
    }
  }
}
