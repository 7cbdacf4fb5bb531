package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesMutateCommandTest {
  private static final String RULES =
      """
      rulebook: shop
      moments:
        left: { kind: drop_off, pattern: [ { event: cart }, { absence: order, for: 30m } ] }
      """;
  private static final String IN_TIME =
      "  - { name: in time, given: [ { at: '10:00', type: cart }, { at: '10:20', type: order } ],"
          + " until: '11:00', expect: nothing }\n";

  @TempDir Path folder = Path.of("");

  private Path rules(String expect, String more) throws IOException {
    String test =
        "tests:\n  - { name: a cart is left, given: [ { at: '10:00', type: cart } ],"
            + " until: '11:00', expect: "
            + expect
            + " }\n";
    return Files.writeString(folder.resolve("rules.yaml"), RULES + test + more);
  }

  @Test
  void whatNoTestNoticesIsShownWithItsPlaceAndAStory() throws IOException {
    Path rules = rules("[ { moment: left } ]", "");
    CommandRun run = CommandRun.of("rules", "mutate", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out())
        .contains(
            """
            rules.yaml:3:78  30m → 60m
                near the test 'a cart is left': 10:00 cart
                before: left at 10:30
                after:  left at 11:00
            """);
    assertThat(CommandRun.of("rules", "mutate", "--lang=ja", rules.toString()).out())
        .contains("    テスト「a cart is left」に近い例: 10:00 cart\n    変更前: 10:30 left\n");
  }

  @Test
  void whereAllIsNoticedItIsDone() throws IOException {
    Path rules = rules("[ { moment: left, at: '10:30' } ]", IN_TIME);
    CommandRun run = CommandRun.of("rules", "mutate", rules.toString());
    assertThat(run.out()).contains("changes noticed (100 %)").doesNotContain("before:");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void programsGetTheChangesAsJson() throws IOException {
    Path rules = rules("[ { moment: left } ]", "");
    CommandRun run = CommandRun.of("rules", "mutate", "--json", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("ok").asBoolean(true)).isFalse();
    assertThat(json.at("/survivors/0/line").asInt()).isEqualTo(3);
    assertThat(json.at("/survivors/0/shown")).hasSize(3);
    assertThat(json.path("noticed").asInt()).isPositive();
  }

  @Test
  void aRulebookWhoseTestsFailOrThatHasNoneIsNotChanged() throws IOException {
    CommandRun failing = CommandRun.of("rules", "mutate", rules("nothing", "").toString());
    assertThat(failing.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(failing.out()).contains("tests of the rulebook fail as it is");
    Path without = Files.writeString(folder.resolve("none.yaml"), RULES);
    CommandRun none = CommandRun.of("rules", "mutate", without.toString());
    assertThat(none.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(none.out()).contains("the rulebook has no tests");
  }
}
