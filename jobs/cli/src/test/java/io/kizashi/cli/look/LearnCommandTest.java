package io.kizashi.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kizashi.cli.CommandRun;
import io.kizashi.schema.Rfc3339;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surveys teach is written, shown, and gone by in a replay. */
class LearnCommandTest {
  private static final long MINUTE = 60_000;
  private static final long START = Rfc3339.parse("2026-03-01T10:00:00Z").orElseThrow();
  private static final String RULES =
      """
      rulebook: care
      moments:
        upset: { kind: moment_of_truth, pattern: [ { emotion: { below: -0.03 } } ] }
      actions:
        apology:
          kind: recover
          answers: [upset]
          channels: [chat]
          expires: 1d
          content: { chat: { en: 'We are sorry.', ja: '申し訳ございません。' } }
      """;

  @TempDir Path folder = Path.of("");

  private String events = "";
  private String rules = "";

  @BeforeEach
  void writeStory() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      long time = START + i * MINUTE / 2;
      lines.add(said("bad" + i, time, "今日もアプリが重いです。"));
      lines.add(said("good" + i, time + 1_000, "I opened the page."));
      lines.add(answer("bad" + i, time + 10_000, 0));
      lines.add(answer("good" + i, time + 11_000, 10));
    }
    lines.add("this is no touchpoint");
    lines.add(said("later", START + 90 * MINUTE, "動作が重かったです。"));
    events = Files.write(folder.resolve("events.jsonl"), lines).toString();
    rules = Files.writeString(folder.resolve("rules.yaml"), RULES).toString();
  }

  private static String said(String customer, long time, String text) {
    return ("{\"id\":\"t-%s\",\"type\":\"message_sent\",\"customer\":\"%s\",\"time\":\"%s\","
            + "\"text\":\"%s\"}")
        .formatted(customer, customer, Rfc3339.format(time), text);
  }

  private static String answer(String customer, long time, int score) {
    return ("{\"id\":\"s-%s\",\"type\":\"survey_answered\",\"customer\":\"%s\",\"time\":\"%s\","
            + "\"properties\":{\"question\":\"nps\",\"score\":%d}}")
        .formatted(customer, customer, Rfc3339.format(time), score);
  }

  @Test
  void aRecordingsWordsArePrintedWithShiftAnswersAndMean() {
    CommandRun run = CommandRun.of("learn", "--events", events);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            up to 2026-03-01T11:00:00.000Z: 240 answers, 0.000 on average, 3 words shifted
             shift  answers    mean  word
            +0.200      120  +1.000  page
            -0.200      120  -1.000  アプリ
            -0.200      120  -1.000  重い
            """);
  }

  @Test
  void whatIsWrittenIsWhatAReplayGoesByAtAnyParallelism() throws IOException {
    String learned = folder.resolve("learned.jsonl").toString();
    assertThat(CommandRun.of("learn", "--events", events, "--out", learned).exitCode())
        .isEqualTo(ExitCode.DONE);

    assertThat(replayed("plain", 1)).doesNotContain("\"later\"");
    String one = replayed("one", 1, "--learned", learned);
    assertThat(one).contains("\"customer\":\"later\"");
    assertThat(replayed("three", 3, "--learned", learned)).isEqualTo(one);
  }

  private String replayed(String out, int parallelism, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--events", events, "--rules", rules, "--out"));
    arguments.add(folder.resolve(out).toString());
    arguments.addAll(List.of("--parallelism", Integer.toString(parallelism)));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    return Files.readString(folder.resolve(out).resolve("moments.jsonl"))
        + Files.readString(folder.resolve(out).resolve("recommendations.jsonl"));
  }

  @Test
  void aFilesNewestLexiconIsShownToPeopleAndPrograms() throws IOException {
    Path learned = folder.resolve("learned.jsonl");
    CommandRun written =
        CommandRun.of("learn", "--events", events, "--out", learned.toString(), "--json");
    CommandRun shown = CommandRun.of("learn", "--learned", learned.toString(), "--json");

    JsonNode lexicon = new ObjectMapper().readTree(shown.out());
    assertThat(lexicon.get("purpose").asText()).isEqualTo("lexicon");
    assertThat(lexicon.get("words")).hasSize(3);
    assertThat(new ObjectMapper().readTree(written.out()).get("words").get(2).get("word").asText())
        .isEqualTo("重い");
    assertThat(Files.readAllLines(learned)).hasSizeGreaterThan(5);
    assertThat(CommandRun.of("learn", "--learned", learned.toString()).out()).contains("重い");
  }

  @Test
  void aRecordingWithoutAnswersTeachesNothing() throws IOException {
    String silent = Files.writeString(folder.resolve("silent.jsonl"), "").toString();
    CommandRun run = CommandRun.of("learn", "--events", silent);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("no answer to a survey had words");
  }

  @Test
  void whatIsNoLexiconIsNamedByFileAndLine() throws IOException {
    String wrong = Files.writeString(folder.resolve("wrong.jsonl"), "\n{\"epoch\":1}\n").toString();
    CommandRun shown = CommandRun.of("learn", "--learned", wrong);
    assertThat(shown.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(shown.err()).contains("wrong.jsonl:2:1:", "learn --out");
    CommandRun replayed =
        CommandRun.of(
            "replay", "--events", events, "--rules", rules, "--out", wrong, "--learned", wrong);
    assertThat(replayed.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(replayed.err()).contains("wrong.jsonl:2:1:");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertThat(CommandRun.of("learn").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("learn", "--events", events, "--learned", events).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("learn", "--learned", events, "--out", "x").exitCode())
        .isEqualTo(ExitCode.USAGE);
    CommandRun unheard =
        CommandRun.of(
            "replay",
            "--events",
            events,
            "--rules",
            rules,
            "--out",
            "x",
            "--sensing",
            "off",
            "--learned",
            events);
    assertThat(unheard.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unheard.err()).contains("--sensing off");
  }

  @Test
  void aBrokerThatIsNotThereIsTheEnvironmentsFault() {
    CommandRun run = CommandRun.of("learn", "--bootstrap", "127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
  }
}
