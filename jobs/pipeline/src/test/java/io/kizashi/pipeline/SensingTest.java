package io.kizashi.pipeline;

import static io.kizashi.pipeline.SampleRecords.MINUTE;
import static io.kizashi.pipeline.SampleRecords.TEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers say reaches the rules as emotion, and nobody else as words. */
class SensingTest {
  private static final RulebookDocument RULES =
      new RulebookDocument(
          "care.yaml",
          1,
          """
          rulebook: care
          moments:
            upset:
              kind: moment_of_truth
              pattern: [ { emotion: { below: -0.3 } } ]
            again:
              kind: moment_of_truth
              pattern: [ { event: message_sent, where: 'event.text.contains("二度と")' } ]
          actions:
            apology:
              kind: recover
              answers: [upset]
              channels: [chat]
              expires: 1d
              content: { chat: { ja: 'ご不便をおかけし、申し訳ございません。' } }
          """);

  private static final String COMPLAINT = "\"text\":\"最悪の対応でした。もう二度と使いません。\"";
  private static final long LONG_AGO = TEN - 400 * 24 * 60 * MINUTE;

  private final Path folder;

  SensingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aComplaintInJapaneseIsAMomentWhereARuleWaitsForTheEmotion() throws Exception {
    Path events =
        events(
            line("e-1", "message_sent", "c-1", TEN, COMPLAINT),
            line("e-2", "message_sent", "c-2", TEN, COMPLAINT + ",\"actor\":\"agent\""),
            line("e-3", "message_sent", "c-3", TEN, "\"text\":\"営業時間は何時までですか？\""),
            line("e-4", "message_sent", "c-4", TEN, COMPLAINT + ",\"emotion\":{\"valence\":0.5}"));

    assertThat(upset(events, Sensing.ON))
        .singleElement()
        .asString()
        .contains("\"customer\":\"c-1\"", "\"e-1\"");
    assertThat(upset(events, Sensing.OFF)).isEmpty();
  }

  @Test
  void aLowScoreIsAMomentToo() throws Exception {
    Path events =
        events(
            line("e-1", "survey_answered", "c-1", TEN, score(1)),
            line("e-2", "survey_answered", "c-2", TEN, score(5)),
            line("e-3", "survey_answered", "c-3", TEN, score(-7)));

    assertThat(upset(events, Sensing.ON)).singleElement().asString().contains("\"c-1\"");
  }

  @Test
  void noWordOfACustomerReachesALogAndARejectedOneIsInCode() throws Exception {
    String word = "Zzyzx4711";
    String text = "\"text\":\"最悪、" + word + "\"";
    Path events =
        events(
            line("e-1", "message_sent", "c-1", TEN, text),
            line("e-1", "message_sent", "c-1", TEN, text),
            line("e-2", "survey_answered", "c-1", TEN, score(1) + "," + text),
            line("e-3", "message_sent", "c-1", TEN, "\"text\":[\"" + word + "\"]"),
            line("e-4", "message_sent", "c-1", TEN, text + "," + text),
            line("e-5", "message_sent", "c-1", TEN, "\"text\":\"" + word.repeat(1_000) + "\""),
            line(
                "e-6",
                "message_sent",
                "c-1",
                TEN,
                "\"properties\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":\"" + word + "\"}}}}}"),
            line("e-7", "message_sent", "c-1", LONG_AGO, text),
            "{\"id\":\"e-8\"," + text,
            "\"" + word + "\\ud800",
            word);

    try (LogCapture log = LogCapture.of(word)) {
      Replayed replayed = replay(events, Sensing.ON);

      assertThat(log.found()).isEmpty();
      assertThat(log.heard()).isGreaterThan(100);
      log.sayWord();
      assertThat(log.found()).hasSize(1);
      assertThat(replayed.lines("moments")).isNotEmpty();
      assertThat(replayed.lines("rejected"))
          .hasSize(8)
          .noneMatch(line -> line.contains(word))
          .allMatch(line -> head(line).contains(word));
    }
  }

  private static String head(String rejection) {
    Matcher head = Pattern.compile("\"head\":\"([^\"]*)\"").matcher(rejection);
    assertThat(head.find()).isTrue();
    return new String(Base64.getDecoder().decode(head.group(1)), UTF_8);
  }

  private static String line(String id, String type, String customer, long time, String more) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"customer\":\"%s\",\"time\":\"%s\",%s}"
        .formatted(id, type, customer, Rfc3339.format(time), more);
  }

  private static String score(int score) {
    return "\"region\":\"JP-13\",\"properties\":{\"question\":\"nps\",\"score\":" + score + "}";
  }

  private Path events(String... lines) throws IOException {
    return Files.write(folder.resolve("events.jsonl"), List.of(lines));
  }

  private List<String> upset(Path events, Sensing sensing) throws Exception {
    return replay(events, sensing).lines("moments").stream()
        .filter(line -> line.contains("\"rule\":\"upset\""))
        .toList();
  }

  private Replayed replay(Path events, Sensing sensing) throws Exception {
    Path out = folder.resolve("out-" + sensing);
    return Replayed.of(
        new ReplaySpec(events, RULES, sensing, Optional.empty(), OptionalLong.empty(), out), 1);
  }
}
