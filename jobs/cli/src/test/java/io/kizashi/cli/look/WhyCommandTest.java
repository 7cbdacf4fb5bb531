package io.kizashi.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.cli.CommandRun;
import io.kizashi.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {
  private static final Path SAMPLE = Path.of("../../sample-streams/one-voice");

  private static CommandRun why(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "why",
                "--events",
                SAMPLE.resolve("touchpoints.jsonl").toString(),
                "--rules",
                SAMPLE.resolve("rulebook.yaml").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void whatWasChosenIsToldWithItsScoreAndWhyTheOthersLost() {
    CommandRun run = why("--customer", "c-asano", "--at", "2025-06-12T01:22:00Z");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("fiber_offer (offer), to the customer via app, because of \"Plans compared\"")
        .contains("priority score 160 = 0.03 × 6000 − 20")
        .contains(
            "data_pack was not chosen: the chosen action has the higher priority score; it would"
                + " have been chosen if the value of a successful outcome had been 2062.51 instead"
                + " of 1200")
        .doesNotContain("10:05");
  }

  @Test
  void whatWasHeldAndNeverSentSaysWhy() {
    CommandRun run = why("--customer", "c-wada", "--at", "2025-06-12T20:00:00Z");
    assertThat(run.out())
        .contains("no action was chosen (considered: tablet_offer)")
        .contains("it would have been sent at Fri 13 Jun, 08:00")
        .contains(
            "tablet_offer via LINE was not chosen: there is no consent to advertising via LINE");
  }

  @Test
  void itIsToldInJapaneseToo() {
    CommandRun run = why("--customer", "c-mori", "--lang", "ja");
    assertThat(run.out())
        .contains("何もしないと判断（検討した施策: fiber_offer）")
        .contains("選ばなかった施策 fiber_offer: お客様の気持ちの点数（−1〜1、低いほど悪い）が −0.3 未満");
  }

  @Test
  void whatConditionsCouldNotReadIsTold(@TempDir Path folder) throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rulebook: care
            moments:
              dear: { kind: drop_off, pattern: [ { event: cart, where: 'event.properties.total > 10' } ] }
            actions:
              help: { kind: serve, answers: [dear], channels: [web], expires: 1d, content: { web: { en: w } } }
            """);
    Path events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"id":"a","type":"cart","customer":"c","time":"2026-03-01T11:15:00Z","properties":{}}
            {"id":"b","type":"cart","customer":"c","time":"2026-03-01T11:16:00Z","properties":{"total":"20"}}
            {"id":"d","type":"cart","customer":"c","time":"2026-03-01T11:17:00Z"}
            {"id":"e","type":"cart","customer":"other","time":"2026-03-01T11:18:00Z"}
            """);
    List<String> why = List.of("why", "--customer=c", "--events=" + events, "--rules=" + rules);
    assertThat(CommandRun.of(why.toArray(String[]::new)).out())
        .isEqualTo(
            """
            nothing was detected, and nothing decided
            moments.dear.where could not be checked: a value it needs is missing (occurrences: 2)
            moments.dear.where could not be checked: a value it needs is of the wrong type, such as text instead of a number (occurrences: 1)
            """);
    List<String> ja = new ArrayList<>(why);
    ja.add("--lang=ja");
    assertThat(CommandRun.of(ja.toArray(String[]::new)).out())
        .contains("moments.dear.where: 値が記録されていなかった（2回）");
  }

  @Test
  void itIsToldByWhichLearnedWordsTheCustomerWasUnderstood(@TempDir Path folder) throws Exception {
    String said =
        """
        {"id":"e","type":"message_sent","customer":"c","time":"2026-03-01T11:15:00Z","text":"動作が重かったです。"}
        """;
    String learned =
        """
        {"purpose":"lexicon","epoch":5907875,"answers":99,"mean":0,"words":[{"word":"重い","shift":-0.2,"answers":99,"mean":-1}]}
        """;
    String rules =
        """
        rulebook: care
        moments:
          upset: { kind: moment_of_truth, pattern: [ { emotion: { below: -0.03 } } ] }
        actions:
          apology: { kind: recover, answers: [upset], channels: [chat], expires: 1d, content: { chat: { en: Sorry. } } }
        """;
    List<String> why =
        List.of(
            "why",
            "--customer=c",
            "--events=" + Files.writeString(folder.resolve("events.jsonl"), said),
            "--rules=" + Files.writeString(folder.resolve("rules.yaml"), rules));
    String file = "--learned=" + Files.writeString(folder.resolve("learned.jsonl"), learned);
    assertThat(run(why, file).out())
        .contains("apology (apology), to the customer via chat, because of \"upset\"")
        .contains(
            "    the customer's text was interpreted using what the system had learned up to Sun 1"
                + " Mar, 11:00\n");
    assertThat(run(why, file, "--lang=ja").out())
        .contains("    お客様の文章の意味は、システムが3月1日（日）11:00までに学習した内容をもとに読み取り\n");
    assertThat(run(why).out()).isEqualTo("nothing was detected, and nothing decided\n");
    assertThat(run(why, "--learned=" + folder.resolve("events.jsonl")).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  private static CommandRun run(List<String> command, String... more) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void whatIsAskedOfARecordingOrOfAnEngineIsNotAskedOfTheOther() {
    assertThat(CommandRun.of("why", "--customer=c").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("why", "--customer=c").err())
        .contains("name a recording, --events, or a running engine, --bootstrap");
    assertThat(CommandRun.of("why", "--customer=c", "--events=x").err())
        .contains("--rules is missing");
    assertThat(CommandRun.of("why", "--customer=c", "--events=x", "--bootstrap=b:1").err())
        .contains("--events, --at and --learned are about recordings");
    assertThat(CommandRun.of("why", "--customer=c", "--events=x", "--json").exitCode())
        .isEqualTo(ExitCode.USAGE);
    CommandRun tooLong = CommandRun.of("why", "--customer=" + "c".repeat(257), "--bootstrap=b:1");
    assertThat(tooLong.err()).contains("no customer's id is longer than 256 characters");
    assertThat(tooLong.exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void aCustomerWhoIsNotThereIsTheInputsFault() {
    CommandRun run = why("--customer", "c-nobody");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).contains("holds no touchpoint of customer 'c-nobody'");
  }
}
