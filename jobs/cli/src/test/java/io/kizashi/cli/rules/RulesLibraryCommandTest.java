package io.kizashi.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.language.library.Library;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLibraryCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void everyRuleIsListedWithWhatItDetects() {
    CommandRun run = CommandRun.of("rules", "library");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines())
        .hasSize(Library.names().size())
        .allMatch(line -> line.matches("library/[a-z_]+ +[A-Z][^:]+: .+"))
        .anyMatch(line -> line.matches("library/rage_clicks +Rage clicks: three clicks .*"));
  }

  @Test
  void aRulebookThatIncludesOneIsCheckedWithIt() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"), "rulebook: r\ninclude: [ library/rage_clicks ]\n");
    CommandRun run = CommandRun.of("rules", "check", rules.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo(rules + ": rulebook 'r' is fine" + System.lineSeparator());
  }
}
