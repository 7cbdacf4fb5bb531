package io.kizashi.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Who changes what holds, around a crash. */
record CrashStaff(CrashPlan.Control control, String bootstrap, String prefix, Path rules) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** While the engine works, before it says what no checkpoint holds. */
  void actBefore() throws IOException {
    switch (control) {
      case OTHER_WORDS_BEFORE -> {
        publishOtherWords();
        awaitAdoption();
      }
      case NOTHING, PAUSED_AND_RESUMED, PAUSED, OTHER_WORDS_MEANWHILE -> {}
    }
  }

  /** While there is no engine, before the last one starts. */
  void actMeanwhile() throws IOException {
    switch (control) {
      case PAUSED_AND_RESUMED -> {
        run("pause");
        run("resume");
      }
      case PAUSED -> run("pause");
      case OTHER_WORDS_MEANWHILE -> publishOtherWords();
      case NOTHING, OTHER_WORDS_BEFORE -> {}
    }
  }

  private void publishOtherWords() throws IOException {
    String text = Files.readString(rules);
    String other = text.replace("is still here", "has not gone").replace("Trouble", "Problems");
    assertThat(other).isNotEqualTo(text);
    try (ShopPublications publications = new ShopPublications(bootstrap, prefix)) {
      publications.write("crash", 2, other);
    }
  }

  private void awaitAdoption() {
    try (ShopPublications publications = new ShopPublications(bootstrap, prefix)) {
      Await.until(
          "other words are in force",
          PATIENCE,
          () ->
              publications.inForce(0).values().stream().filter(it -> it.startsWith("2 ")).count()
                  == CrashPlan.TASKS);
    }
  }

  private void run(String command) {
    CommandRun run =
        CommandRun.of(
            command, "--kind", "sell", "--bootstrap", bootstrap, "--topic-prefix", prefix);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
  }
}
