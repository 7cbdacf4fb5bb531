package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.cli.RecordedStream;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesExplainCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void rulesAreSaidInEnglishWhereNoLanguageIsAsked() throws IOException {
    Path rules = RecordedStream.writeRules(folder);
    CommandRun run = CommandRun.of("rules", "explain", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Rulebook test\n").contains("It starts with a ");
  }

  @Test
  void rulesAreSaidInJapanese() throws IOException {
    Path rules = RecordedStream.writeRules(folder);
    CommandRun run = CommandRun.of("rules", "explain", rules.toString(), "--lang", "ja");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("ルールブック test\n").contains("があると、判定を始めます。");
  }

  @Test
  void aRulebookWithAnErrorIsNotExplainedButItsErrorIs() throws IOException {
    Path broken =
        Files.writeString(
            folder.resolve("broken.yaml"), RecordedStream.RULES.replace("drop_off", "drop_of"));
    CommandRun run = CommandRun.of("rules", "explain", broken.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("did you mean 'drop_off'?");
  }

  @Test
  void aLanguageThatNobodySpeaksHereIsWrongUsage() throws IOException {
    Path rules = RecordedStream.writeRules(folder);
    CommandRun run = CommandRun.of("rules", "explain", rules.toString(), "--lang", "fr");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("fr").contains("JA", "EN");
  }
}
