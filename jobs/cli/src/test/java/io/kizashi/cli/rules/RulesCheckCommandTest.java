package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aRulebookThatCompilesIsFine() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RecordedStream.EVERY_CART);
    CommandRun run = CommandRun.of("rules", "check", rules.toString());
    assertThat(run).isEqualTo(new CommandRun(0, rules + ": rulebook 'test' is fine\n", ""));
  }

  @Test
  void everyProblemIsShownWithPlaceCaretAndHint() throws IOException {
    CommandRun run = CommandRun.of("rules", "check", broken().toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .contains(":6:11: error: ", " |     kind: drop_of\n |           ^\n", ":12:", "hint: ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void programsGetTheProblemsAsJson() throws IOException {
    CommandRun run = CommandRun.of("rules", "check", "--json", broken().toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("ok").asBoolean()).isFalse();
    JsonNode first = json.path("problems").path(0);
    assertThat(first.path("line").asInt()).isEqualTo(6);
    assertThat(first.path("column").asInt()).isEqualTo(11);
    assertThat(first.path("severity").asText()).isEqualTo("error");
  }

  @Test
  void aListOfCustomersIsReadFromItsFileBesideTheRulebook() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            RecordedStream.EVERY_CART
                + "lists: { never: { file: sub/never.csv, column: customer } }\n"
                + "policies: { exclude: [never] }\n");
    CommandRun missing = CommandRun.of("rules", "check", rules.toString());
    assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(missing.err()).contains("error: there is no file 'sub/never.csv' [missing_file]");

    Path never = Files.createDirectory(folder.resolve("sub")).resolve("never.csv");
    Files.writeString(never, "name;customer\nAbe;c-1\n");
    CommandRun run = CommandRun.of("rules", "check", rules.toString());
    assertThat(run).isEqualTo(new CommandRun(0, rules + ": rulebook 'test' is fine\n", ""));
    assertThat(CommandRun.of("rules", "explain", "--lang", "en", rules.toString()).out())
        .contains("No message goes to the customers on the list \"never\"; staff");
  }

  @Test
  void problemsAreToldInJapaneseWhereAsked() throws IOException {
    CommandRun run = CommandRun.of("rules", "check", "--lang", "ja", broken().toString());
    assertThat(run.err())
        .contains(
            ":6:11: エラー: kind に「drop_of」という値はない [unknown_word]\n", "   ヒント: 「drop_off」の誤りではないか\n");
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RecordedStream.EVERY_CART);
    assertThat(CommandRun.of("rules", "check", "--lang", "ja", rules.toString()).out())
        .isEqualTo(rules + ": ルールブック「test」に誤りはない\n");
  }

  @Test
  void aProblemForProgramsKeepsItsEnglishBesideTheJapanese() throws IOException {
    CommandRun run = CommandRun.of("rules", "check", "--json", "--lang", "ja", broken().toString());
    JsonNode first = new ObjectMapper().readTree(run.out()).at("/problems/0");
    assertThat(first.get("message").asText()).isEqualTo("'drop_of' is not known as kind");
    assertThat(first.at("/ja/message").asText()).isEqualTo("kind に「drop_of」という値はない");
    assertThat(first.at("/ja/hint").asText()).isEqualTo("「drop_off」の誤りではないか");
  }

  @Test
  void whatIsExplainedAndDoesNotCompileIsToldInTheSameLanguage() throws IOException {
    CommandRun run = CommandRun.of("rules", "explain", "--lang", "ja", broken().toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("kind に「drop_of」という値はない");
  }

  private Path broken() throws IOException {
    return Files.writeString(
        folder.resolve("broken.yaml"),
        RecordedStream.RULES.replace("drop_off", "drop_of").replace("kind: sell", "kind: sel"));
  }
}
