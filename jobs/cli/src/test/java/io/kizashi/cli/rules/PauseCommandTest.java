package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Thaw;
import io.kizashi.terminal.ExitCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PauseCommandTest {
  @Test
  @Timeout(120)
  void whatIsPausedStaysSoUntilItIsResumedByTheSameName() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Installation shop = Installation.create(kafka.bootstrap(), "shop-");
      assertThat(shop.run("pause", "--list").out()).isEqualTo("paused: nothing\n");
      CommandRun run =
          shop.run(
              "pause", "--kind", "sell", "--region", "JP-13", "--by", "mika", "--why", "quake");
      assertThat(run).isEqualTo(new CommandRun(0, "paused: kind=sell,region=JP-13\n", ""));
      shop.run("pause", "--channel", "line", "--by", "");
      shop.write("controls", "x", "what?".getBytes(StandardCharsets.UTF_8));
      assertThat(shop.run("pause", "--list").out())
          .matches(
              """
              paused:
                channel=line since \\S+Z
                kind=sell,region=JP-13 since \\S+Z by mika \\(quake\\)
              """);
      assertThat(shop.run("pause", "--channel", "line").out()).contains("as before since ");

      CommandRun other = shop.run("resume", "--kind", "sell");
      assertThat(other.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(other.err()).contains("nothing is paused by exactly kind=sell", "channel=line");
      assertThat(shop.run("resume", "--kind", "sell", "--force").out())
          .startsWith("resumed: kind=sell\nstill paused:\n  channel=line since ");
      CommandRun resumed = shop.run("resume", "--region", "JP-13", "--kind", "sell");
      assertThat(resumed.out())
          .startsWith("resumed: kind=sell,region=JP-13, paused since ")
          .contains("still paused:\n  channel=line since ");
      assertThat(resumed.err()).isEqualTo("skipped: records that are no pauses: 1\n");
      var list = new ObjectMapper().readTree(shop.run("pause", "--list", "--json").out());
      assertThat(list).hasSize(1);
      assertThat(list.path(0).path("channel").asText()).isEqualTo("line");
      assertThatAThawLiesBesideThePauses(shop);
    }
  }

  private static void assertThatAThawLiesBesideThePauses(Installation shop) {
    CommandRun thawed =
        shop.run("thaw", "--customer", "c-9", "--by", "mika", "--why", "0.2 is out");
    assertThat(thawed.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(thawed.out()).contains("try customer c-9 again", "'rejected' says so");
    shop.run("thaw", "--guest", "--customer", "c-9", "--by", "mika");
    assertThat(shop.thaws())
        .containsExactly(
            new Thaw(CustomerKey.customer("c-9"), "mika", "0.2 is out"),
            new Thaw(CustomerKey.guest("c-9"), "mika", ""));
    assertThat(shop.run("pause", "--list").err())
        .isEqualTo("skipped: records that are no pauses: 1\n");
  }

  @Test
  void aTargetThatIsNoneIsWrongUsage() {
    Installation nowhere = new Installation("localhost:1", "");
    CommandRun nothing = nowhere.run("pause");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("at least one of --kind, --channel and --region");
    CommandRun unknown = nowhere.run("resume", "--kind", "sel");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("there is no kind 'sel'; did you mean 'sell'?");
  }
}
