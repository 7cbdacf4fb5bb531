package io.kizashi.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  private final Path out;

  GenerateCommandTest(@TempDir Path out) {
    this.out = out;
  }

  @Test
  void itWritesAStreamItsTruthAndTheRulebook() throws IOException {
    CommandRun run = CommandRun.of("generate", "--customers", "50", "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains(" touchpoints of 50 customers in ");
    assertThat(Files.readAllLines(out.resolve("touchpoints.jsonl"))).hasSizeGreaterThan(100);
    assertThat(Files.readAllLines(out.resolve("truth.jsonl")))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"abandoned\":"));
    assertThat(CommandRun.of("rules", "check", out.resolve("rulebook.yaml").toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  @Timeout(300)
  void whatTheEngineGotWrongItTakesBackAndOnlyOrdersToldOfTooLateMadeItWrong() throws IOException {
    CommandRun run =
        CommandRun.of(
            "generate", "--customers", "2000", "--out", out.toString(), "--judge", "--json");

    assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    JsonNode score = new ObjectMapper().readTree(run.out());
    assertThat(score.path("standing").asInt()).isZero();
    assertThat(score.path("missed").asInt()).isZero();
    assertThat(score.path("unexplained").asInt()).isZero();
    assertThat(score.path("sent").asInt())
        .isPositive()
        .isLessThanOrEqualTo(score.path("toldTooLate").asInt());
    int most = score.path("sent").asInt() + score.path("abandoned").asInt();
    assertThat(score.path("boughtWhileLeaving").asInt()).isPositive();
    assertThat(score.path("issued").asInt())
        .as("who buys before the message leaves gets none, where the order has come by then")
        .isBetween(most - score.path("boughtWhileLeaving").asInt(), most - 1);
    assertThat(score.path("heldBack").asInt()).isPositive();
    assertThat(score.path("flawed").asInt()).isPositive();
    assertThat(score.path("overtaken").asInt())
        .as("bought in the night, and told of too late for the morning")
        .isLessThanOrEqualTo(score.path("boughtWhileLeaving").asInt());
  }

  @Test
  void aStreamThatIsStillToComeCantBeJudged() {
    CommandRun run =
        CommandRun.of(
            "generate",
            "--customers",
            "5",
            "--out",
            out.toString(),
            "--judge",
            "--start",
            "2300-01-01T00:00:00Z");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("three days ago");
  }
}
