package io.kizashi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tests of a rulebook and a replay feel what the engine feels. */
@Timeout(180)
class SensingInCommandsTest {
  private static final String RULES =
      """
      rulebook: care
      timezone: Asia/Tokyo
      moments:
        upset:
          kind: moment_of_truth
          pattern: [ { emotion: { below: -0.3 } } ]
      actions:
        apology:
          kind: recover
          answers: [upset]
          channels: [chat]
          expires: 1d
          content: { chat: { ja: 'ご不便をおかけし、申し訳ございません。' } }
      tests:
        - name: a complaint is answered
          given: [ { at: '10:00', type: message_sent, text: '最悪の対応でした。もう二度と使いません。' } ]
          until: '10:05'
          expect: [ { moment: upset, action: apology } ]
        - name: a low score is answered
          given:
            - { at: '10:00', type: survey_answered, region: JP-13, properties: { question: nps, score: 1 } }
          until: '10:05'
          expect: [ { moment: upset } ]
        - name: an agent may be as upset as he likes
          given: [ { at: '10:00', type: message_sent, actor: agent, text: '最悪の対応でした。' } ]
          until: '10:05'
          expect: []
      """;

  private static final String COMPLAINT =
      "{\"id\":\"e-1\",\"type\":\"message_sent\",\"customer\":\"c-1\",\"time\":\"2026-03-01T10:00:00Z\","
          + "\"text\":\"最悪の対応でした。もう二度と使いません。\"}";

  private final Path folder;
  private final Path rules;

  SensingInCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
  }

  @Test
  void theTestsOfARulebookMayTellWhatIsSaid() {
    CommandRun run = CommandRun.of("rules", "test", rules.toString());
    assertThat(run.out()).endsWith("tests: 3, failed: 0\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aReplayMayLeaveItOut() throws IOException {
    assertThat(moments()).singleElement().asString().contains("\"rule\":\"upset\"");
    assertThat(moments("--sensing", "off")).isEmpty();
  }

  private List<String> moments(String... more) throws IOException {
    Path events = Files.write(folder.resolve("events.jsonl"), List.of(COMPLAINT));
    Path out = folder.resolve("out-" + more.length);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--events",
                events.toString(),
                "--rules",
                rules.toString(),
                "--out",
                out.toString()));
    arguments.addAll(List.of(more));
    assertThat(CommandRun.of(arguments.toArray(String[]::new)).exitCode()).isEqualTo(ExitCode.DONE);
    return Files.readAllLines(out.resolve("moments.jsonl"));
  }
}
