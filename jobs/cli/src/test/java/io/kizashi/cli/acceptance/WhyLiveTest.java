package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.control.publish.Controls;
import io.kizashi.control.publish.RulebookWriter;
import io.kizashi.control.publish.Site;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.ControlJson;
import io.kizashi.schema.Publication;
import io.kizashi.schema.RulebookDocument;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asked from the command line, and answered by an engine that runs. */
@Timeout(240)
class WhyLiveTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CUSTOMERS = 10;

  private static final String BOOK =
      """
      rulebook: shop
      disorder: 1s
      moments:
        left:
          label: { ja: かご落ち }
          kind: drop_off
          pattern: [ { event: cart_updated }, { absence: order_placed, for: 5d } ]
      actions:
        rescue: { kind: sell, answers: [left], channels: [web], expires: 1d, content: { web: { en: a } } }
      """;

  private final Path folder;

  WhyLiveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Traffic.Visit visit(long number) {
    return new Traffic.Visit("cart_updated", "c-" + number % CUSTOMERS, "{}");
  }

  @Test
  void aRunningEngineSaysHowFarACustomerCame() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), BOOK);
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      String bootstrap = kafka.bootstrap();
      TopicReader.createAll(bootstrap, "");
      CommandRun early = why(bootstrap, "--customer=c-3", "--timeout=1s");
      assertThat(early.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(early.err()).contains("no answer within 1 s: does an engine run");
      try (Engine engine = Engine.start(bootstrap, "", rules, folder.resolve("checkpoints"));
          Traffic traffic =
              new Traffic(bootstrap, 50, Traffic.Clock.ofThisMachine(), WhyLiveTest::visit)) {
        Await.until("all have come", PATIENCE, () -> traffic.told() > CUSTOMERS);
        Await.until("c-3 is known", PATIENCE, () -> json(bootstrap, "c-3").contains("\"known\""));
        List<OutputLine> answers = TopicReader.lines(bootstrap, "answers");
        assertThat(OutputSchema.of("reply").problems(answers)).isEmpty();

        assertThatItsRulebookIsNeeded(bootstrap, rules);
        assertThat(why(bootstrap, "--customer=nobody").out())
            .isEqualTo("nothing is stored about this customer\n");
        assertThat(why(bootstrap, "--customer=c-3", "--guest").out())
            .isEqualTo("nothing is stored about this customer\n");
        // What was asked names customers, and is taken away again.
        try (Controls controls = new Controls(site(bootstrap))) {
          assertThat(controls.strange()).isZero();
        }
        assertThat(TopicReader.read(bootstrap, "controls").stream().filter(r -> r.value() == null))
            .hasSameSizeAs(TopicReader.read(bootstrap, "answers"));
        assertThat(engine).isNotNull();
      }
    }
  }

  private void assertThatItsRulebookIsNeeded(String bootstrap, Path rules) throws IOException {
    CommandRun unpublished = why(bootstrap, "--customer=c-3");
    assertThat(unpublished.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(unpublished.err())
        .contains("by the rulebook shop, version 1, which was never published: name its file");
    Path other = Files.writeString(folder.resolve("other.yaml"), BOOK.replace("5d", "6d"));
    assertThat(why(bootstrap, "--customer=c-3", "--rules=" + other).err())
        .contains("which is another text than " + other);
    String told = why(bootstrap, "--customer=c-3", "--rules=" + rules).out();
    assertThat(told)
        .contains("status as at ", "by rulebook shop, version 1; times in UTC")
        .containsPattern("\"left\" started at .* with t-\\d+ and has reached step 2 of 2")
        .contains(
            "    it moves on when the time is up, unless this happens first: \"order_placed\""
                + " touchpoint");

    RulebookDocument document = new RulebookDocument("rules.yaml", 1, BOOK);
    try (RulebookWriter writer = new RulebookWriter(site(bootstrap))) {
      Publication published = new Publication("shop", document, Optional.empty(), 0, "", "");
      writer.write(Site.RULEBOOKS, published.key(), ControlJson.encode(published));
    }
    assertThat(why(bootstrap, "--customer=c-3", "--lang=ja").out())
        .containsPattern("「かご落ち」は.*の t-\\d+ をきっかけに判定が始まり、全2段階のうち2段階目")
        .contains("    次の行動がないまま期限になるのを待っている: order_placed");
  }

  private static Site site(String bootstrap) {
    return new Site(Map.of("bootstrap.servers", bootstrap), "");
  }

  private static String json(String bootstrap, String customer) {
    return why(bootstrap, "--customer=" + customer, "--json").out();
  }

  private static CommandRun why(String bootstrap, String... more) {
    List<String> command = new ArrayList<>(List.of("why", "--bootstrap", bootstrap));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }
}
