package io.kizashi.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RetailRules;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class CompareCommandTest {
  private static final Path SAMPLE = Path.of("../../sample-streams/retail-cart");
  private static final String EVENTS = SAMPLE.resolve("touchpoints.jsonl").toString();
  private static final String RULES = SAMPLE.resolve("rulebook.yaml").toString();

  @TempDir Path folder = Path.of("");

  @Test
  void aLongerPatienceIsToldCustomerByCustomerInTheSameBytesOnEveryRun() throws IOException {
    Path edited = RetailRules.patient(folder);
    Path first = folder.resolve("first");
    CommandRun run = compare(RULES, edited.toString(), first, "--json");
    assertThat(run.err()).isEmpty();
    JsonNode summary = new ObjectMapper().readTree(run.out());
    assertThat(summary)
        .isEqualTo(new ObjectMapper().readTree(first.resolve("summary.json").toFile()));
    JsonNode carts = summary.path("moments").path("cart_abandoned");
    assertThat(carts.path("a").asInt()).isEqualTo(detected(first.resolve("a"), "cart_abandoned"));
    assertThat(carts.path("b").asInt()).isEqualTo(detected(first.resolve("b"), "cart_abandoned"));
    assertThat(carts.path("changed").asInt()).isPositive();
    List<String> differences = Files.readAllLines(first.resolve("differences.jsonl"));
    assertThat(differences).hasSize(summary.path("differences").asInt());
    assertThat(differences)
        .anyMatch(
            line -> line.contains("c-sato") && line.contains("\"why\":\"B detects it 15m later\""));

    Path second = folder.resolve("second");
    String text = compare(RULES, edited.toString(), second).out();
    assertThat(text).contains("customers with a decision are decided differently", "c-sato");
    for (String file : List.of("differences.jsonl", "summary.json", "a/recommendations.jsonl")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void oneRulebookAloneIsWrongUsage() {
    CommandRun run =
        CommandRun.of("compare", "--events", EVENTS, "--rules", RULES, "--out", folder.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--rules is given twice");
  }

  private static CommandRun compare(String a, String b, Path out, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("compare", "--events", EVENTS, "--rules", a, "--rules", b));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  private static long detected(Path replayed, String rule) throws IOException {
    return Files.readAllLines(replayed.resolve("moments.jsonl")).stream()
        .filter(line -> line.contains("\"detected\"") && line.contains("\"" + rule + "\""))
        .count();
  }
}
