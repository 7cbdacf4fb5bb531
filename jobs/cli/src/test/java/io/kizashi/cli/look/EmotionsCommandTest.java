package io.kizashi.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionsCommandTest {
  private static final String CALL =
      """
      {"id":"t3","type":"said","time":"2025-03-01T10:30:00Z","customer":"c-1","channel":"call",\
      "contact":"call-7","emotion":{"valence":0.6,"arousal":0.3,"label":"joy","confidence":0.5,\
      "source":"text"}}
      {"id":"t1","type":"said","time":"2025-03-01T10:00:00Z","customer":"c-1","channel":"call",\
      "contact":"call-7","emotion":{"valence":-1,"arousal":0.9,"label":"anger","confidence":1,\
      "source":"voice"}}
      {"id":"t1","type":"said","time":"2025-03-01T10:01:00Z","customer":"c-1","channel":"call",\
      "emotion":{"valence":-1,"arousal":0.9,"confidence":1}}
      {"id":"t2","type":"said","time":"2025-03-01T10:10:00Z","customer":"c-1","channel":"call",\
      "actor":"agent","emotion":{"valence":0.9,"arousal":0.1,"confidence":1}}
      this is no touchpoint
      {"id":"u1","type":"said","time":"2025-03-01T10:20:00Z","customer":"c-2","channel":"call"}
      """;

  @TempDir Path folder = Path.of("");

  private String events = "";

  @BeforeEach
  void writeEvents() throws IOException {
    events = Files.writeString(folder.resolve("events.jsonl"), CALL).toString();
  }

  @Test
  void wordsAreFeltAsTheEngineFeelsThem() throws IOException {
    String said =
        Files.writeString(
                folder.resolve("words.jsonl"),
                "{\"id\":\"w1\",\"type\":\"chat_said\",\"time\":\"2025-03-01T10:00:00Z\",\"customer\":\"c-1\",\"text\":\"最悪です。もう二度と使いません。\"}\n")
            .toString();
    CommandRun run = CommandRun.of("emotions", "--events", said, "--customer", "c-1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .containsPattern("w1 chat_said by text")
        .containsPattern("-0\\.\\d+ by text");
  }

  @Test
  void thePassageThatToldItIsShownWithItsWords() throws IOException {
    String said =
        Files.writeString(
                folder.resolve("words.jsonl"),
                """
                {"id":"w1","type":"chat_said","time":"2025-03-01T10:00:00Z","customer":"c-1","text":"\
                昨日電話しました。部屋は良いですが、風呂が狭くて汚いです。以上です。"}
                {"id":"w2","type":"chat_said","time":"2025-03-01T10:10:00Z","customer":"c-1","text":"\
                Thanks for the reply.\\nIt \\u001b[31mstill does\\tnot work."}
                {"id":"w3","type":"survey_answered","time":"2025-03-01T10:20:00Z","customer":"c-1",\
                "text":"The staff were kind.","properties":{"question":"csat","score":5}}
                {"id":"w4","type":"survey_answered","time":"2025-03-01T10:30:00Z","customer":"c-1",\
                "properties":{"question":"csat","score":1}}
                {"id":"w5","type":"chat_said","time":"2025-03-01T10:40:00Z","customer":"c-1",\
                "text":"The staff were kind.","emotion":{"valence":0.9,"arousal":0,"confidence":1}}
                """)
            .toString();
    CommandRun run = CommandRun.of("emotions", "--events", said, "--customer", "c-1");
    assertThat(run.out().lines().takeWhile(line -> !line.isEmpty()))
        .containsExactly(
            "time                        said  valence",
            "2025-03-01T10:00:00.000Z  -0.759   -0.468  w1 chat_said by text",
            "  \"風呂が狭くて汚いです\": 狭く -0.700, 汚い -0.630",
            "2025-03-01T10:10:00.000Z  -0.374   -0.409  w2 chat_said by text",
            "  \"It [31mstill does not work\": work -0.500",
            "2025-03-01T10:20:00.000Z   0.755   -0.007  w3 survey_answered by survey",
            "  \"The staff were kind\": kind 0.500",
            "2025-03-01T10:30:00.000Z  -1.000   -0.285  w4 survey_answered by survey",
            "2025-03-01T10:40:00.000Z   0.900    0.109  w5 chat_said by an unnamed source");
    assertThat(CommandRun.of("emotions", "--events", said, "--customer", "c-1", "--json").out())
        .containsOnlyOnce(
            "\"passage\":{\"start\":18,\"end\":28,\"text\":\"風呂が狭くて汚いです\",\"valence\":-1.33},"
                + "\"words\":[{\"start\":21,\"end\":23,\"text\":\"狭く\",\"valence\":-0.7},")
        .contains("\"text\":\"It \\u001B[31mstill does\\tnot work\"");
  }

  @Test
  void aCustomersEmotionIsToldWithWhatItIsMadeOf() {
    CommandRun run = CommandRun.of("emotions", "--events", events, "--customer", "c-1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            time                        said  valence
            2025-03-01T10:00:00.000Z  -1.000   -0.667  t1 said by voice
            2025-03-01T10:30:00.000Z   0.600   -0.133  t3 said by text

            at 2025-03-01T10:30:00.000Z
              valence     -0.133
                 0.200 by text
                -0.333 by voice
              arousal      0.400
              confidence   0.667
              trend        0.533
              lowest      -0.667 at 2025-03-01T10:00:00.000Z by t1 said
              highest     -0.133 at 2025-03-01T10:30:00.000Z by t3 said
              label       anger

            contact call-7 will be remembered as -0.200
              peak        -1.000 by t1
              end          0.600 by t3
            """);
  }

  @Test
  void programsGetTheSameAsJsonAtAnyTime() {
    CommandRun run =
        CommandRun.of(
            "emotions",
            "--events",
            events,
            "--customer",
            "c-1",
            "--at",
            "2025-03-01T10:00:00Z",
            "--json");
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            {"customer":"c-1","guest":false,"at":"2025-03-01T10:00:00.000Z","emotion":\
            {"valence":-0.666666667,"arousal":0.6,"confidence":0.666666667,"trend":-0.666666667,\
            "lowest":{"time":"2025-03-01T10:00:00.000Z","touchpoint":"t1","said":-1.0,"valence":-0.666666667},\
            "highest":{"time":"2025-03-01T10:00:00.000Z","touchpoint":"t1","said":-1.0,"valence":-0.666666667},\
            "label":"anger","bySource":{"voice":-0.666666667}},\
            "curve":[{"time":"2025-03-01T10:00:00.000Z","touchpoint":"t1","said":-1.0,"valence":-0.666666667}],\
            "remembered":[{"contact":"call-7","valence":-1.0,\
            "peak":{"touchpoint":"t1","valence":-1.0},"end":{"touchpoint":"t1","valence":-1.0}}]}
            """);
  }

  @Test
  void whatRulesSayOfBehaviourCountsToo() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rulebook: r
            moments:
              waiting:
                kind: drop_off
                pattern: [ { event: said, where: 'event.customer == "c-2"' }, { absence: said, for: 5m } ]
                feels: { valence: -0.5, arousal: 0.1, label: anger, confidence: 0.5 }
            """);
    String[] asked = {
      "emotions", "--events", events, "--customer", "c-2", "--rules", rules.toString()
    };
    assertThat(CommandRun.of(asked).out()).startsWith("nothing that the customer did or said");
    List<String> later = new ArrayList<>(List.of(asked));
    later.addAll(List.of("--at", "2025-03-01T10:25:00Z"));
    CommandRun run = CommandRun.of(later.toArray(String[]::new));
    assertThat(run.out())
        .contains("2025-03-01T10:25:00.000Z  -0.500   -0.250  rule waiting by behaviour\n")
        .contains("lowest      -0.250 at 2025-03-01T10:25:00.000Z by rule waiting\n");
    later.add("--json");
    assertThat(CommandRun.of(later.toArray(String[]::new)).out())
        .contains("\"rule\":\"waiting\",\"said\":-0.5,\"valence\":-0.25}");
  }

  @Test
  void whatWasSaidFadesAsTheRulebookTells() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rulebook: r
            emotion: { half-life: { call: 1h } }
            moments:
              m: { kind: drop_off, pattern: [ { event: said } ] }
            """);
    CommandRun run =
        CommandRun.of(
            "emotions", "--events", events, "--customer", "c-1", "--rules", rules.toString());
    assertThat(run.out())
        .contains("2025-03-01T10:30:00.000Z   0.600   -0.238  t3 said by text\n")
        .contains("  valence     -0.238\n     0.176 by text\n    -0.414 by voice\n");
  }

  @Test
  void aCustomerWithoutEmotionHasNoCurve() {
    CommandRun run = CommandRun.of("emotions", "--events", events, "--customer", "c-2");
    assertThat(run.out()).startsWith("nothing that the customer did or said told of an emotion\n");
    assertThat(run.out()).contains("lowest      none within a day").contains("label       none");
  }

  @Test
  void whoIsNotInTheRecordingIsSaidSo() {
    CommandRun run = CommandRun.of("emotions", "--events", events, "--customer", "c-1", "--guest");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("holds no touchpoint of guest 'c-1'");
    CommandRun wrong =
        CommandRun.of("emotions", "--events", events, "--customer", "c-1", "--at", "soon");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
