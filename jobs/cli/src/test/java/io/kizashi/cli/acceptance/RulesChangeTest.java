package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.local.kafka.EmbeddedKafka;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that change rules, with the engine that people run. */
class RulesChangeTest {
  private static final Path FIRST = Path.of("..", "..", "sample-streams", "retail-cart");

  @TempDir Path folder = Path.of("");

  @Test
  @Timeout(240)
  void everyTaskAnswersWhatIsPublishedAndGoesBackWhenToldSo() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      TopicReader.createAll(kafka.bootstrap(), "");
      Path first = FIRST.resolve("rulebook.yaml");
      try (Engine engine = Engine.start(kafka.bootstrap(), "", first, folder.resolve("cp"))) {
        assertThat(engine).isNotNull();
        Path slower = changed(first, "for: 30m", "for: 45m");
        assertThat(inForce(run(kafka, "publish", slower.toString()))).isEqualTo(2);
        assertThat(run(kafka, "publish", slower.toString()).out()).contains("the same text");
        Path wider = changed(first, "3000.0", "2000.0");
        assertThat(inForce(run(kafka, "publish", wider.toString()))).isEqualTo(3);
        assertThat(inForce(run(kafka, "rollback", "retail-cart"))).isEqualTo(4);
        assertThat(run(kafka, "status").out())
            .matches("retail-cart: version 4 .* for everybody since .* on 2 of 2 tasks\\n");

        CommandRun hasty =
            run(
                kafka,
                "publish",
                wider.toString(),
                "--guard",
                "--steps",
                "10,100",
                "--step",
                "1ms",
                "--patience",
                "500ms");
        assertThat(hasty.exitCode()).as(hasty.err()).isEqualTo(ExitCode.INPUT);
        assertThat(hasty.out()).contains("version 5 of 'retail-cart' in force for 10 percent");
        assertThat(hasty.err()).contains("gone back: only 0 of 200", "version 6 of 'retail-cart'");
        assertThat(run(kafka, "history").out().lines().skip(2))
            .extracting(line -> line.replaceAll(".*Z +(\\d+) +(\\w+).*", "$1 $2"))
            .containsExactly(
                "100 replaced", "100 replaced", "100 replaced", "10 replaced", "100 in_force");
      }
    }
  }

  private Path changed(Path rules, String from, String to) throws IOException {
    return Files.writeString(
        folder.resolve("rulebook.yaml"), Files.readString(rules).replace(from, to));
  }

  private static long inForce(CommandRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(" in force on 2 of 2 tasks after ");
    return Long.parseLong(run.out().replaceAll("(?s).*version (\\d+) of 'retail-cart' in.*", "$1"));
  }

  private static CommandRun run(EmbeddedKafka kafka, String command, String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "rules";
    all[1] = command;
    all[2] = "--bootstrap";
    all[3] = kafka.bootstrap();
    System.arraycopy(options, 0, all, 4, options.length);
    return CommandRun.of(all);
  }
}
