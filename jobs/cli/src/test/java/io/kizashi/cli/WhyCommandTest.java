package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyCommandTest {
  private static final Path SAMPLE = Path.of("../../sample-streams/one-voice");

  private static CommandRun why(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "why",
                "--events",
                SAMPLE.resolve("touchpoints.jsonl").toString(),
                "--rules",
                SAMPLE.resolve("rulebook.yaml").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void whatWasChosenIsToldWithItsScoreAndWhyTheOthersLost() {
    CommandRun run = why("--customer", "c-asano", "--at", "2025-06-12T01:22:00Z");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("fiber_offer (sell) to customer by app, because of plans_compared")
        .contains("score 160 = 0.03 × 6000 − 20")
        .contains(
            "not data_pack: the chosen one scores higher; it would have won with value at 2062.502")
        .doesNotContain("2025-06-12T01:05:00");
  }

  @Test
  void whatWasHeldAndNeverSentSaysWhy() {
    CommandRun run = why("--customer", "c-wada", "--at", "2025-06-12T20:00:00Z");
    assertThat(run.out())
        .contains("nothing, though tablet_offer was asked for")
        .contains("it was to be sent at 2025-06-12T23:00:00.000Z")
        .contains("not tablet_offer/line: there is no consent to advertising by line");
  }

  @Test
  void itIsToldInJapaneseToo() {
    CommandRun run = why("--customer", "c-mori", "--lang", "ja");
    assertThat(run.out())
        .contains("何もしない（fiber_offerの候補あり）")
        .contains("fiber_offerではない: そっとしておくべき状態");
  }

  @Test
  void aCustomerWhoIsNotThereIsTheInputsFault() {
    CommandRun run = why("--customer", "c-nobody");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("holds no touchpoint of customer 'c-nobody'");
  }
}
