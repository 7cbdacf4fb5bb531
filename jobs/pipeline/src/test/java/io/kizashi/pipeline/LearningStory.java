package io.kizashi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.RulebookDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Customers who find the app heavy and answer badly, beside content ones: an hour of them. */
final class LearningStory {
  /** Nothing happened before. */
  static final long START = SampleRecords.TEN;

  /** When all have answered; what was learned counts two epochs later. */
  static final long END = START + 60 * SampleRecords.MINUTE;

  /** How many elements of the story belong to a minute of it. */
  static final int LINES_A_MINUTE = 8;

  /** When all that was learned counts. */
  static final long LATER = END + 15 * SampleRecords.MINUTE;

  /** Who is upset by ever so little gets an apology. */
  static final RulebookDocument RULES =
      new RulebookDocument(
          "care.yaml",
          1,
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
              content: { chat: { ja: 'ご不便をおかけし、申し訳ございません。' } }
          """);

  private static final Pattern EPOCH = Pattern.compile("\"epoch\":(\\d+)}");

  /** What nobody found bad before it was learned. */
  static final String HEAVY = "動作が重かったです。";

  private LearningStory() {}

  /** The story as JSON, one touchpoint an element, in the order of time. */
  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (long time = START; time < END; time += SampleRecords.MINUTE / 2) {
      String at = "-" + lines.size();
      lines.add(said("bad" + at, time, "今日もアプリが重いです。"));
      lines.add(said("good" + at, time + 1_000, "アプリの画面を開きました。"));
      lines.add(answer("bad" + at, time + 10_000, 0));
      lines.add(answer("good" + at, time + 11_000, 10));
    }
    return lines;
  }

  /** A touchpoint in which a customer writes. */
  static String said(String customer, long time, String text) {
    return "{\"id\":\"t-%s\",\"type\":\"message_sent\",\"customer\":\"%s\",\"time\":\"%s\",\"text\":\"%s\"}"
        .formatted(customer, customer, Rfc3339.format(time), text);
  }

  /** The epoch that a recommendation names. */
  static long epoch(String recommendation) {
    Matcher found = EPOCH.matcher(recommendation);
    assertThat(found.find()).as(recommendation).isTrue();
    return Long.parseLong(found.group(1));
  }

  /** What replays of some events by what was learned recommend, which must not differ. */
  static List<String> replayed(Path folder, List<String> events, List<String> learned)
      throws Exception {
    Path told = Files.write(folder.resolve("events.jsonl"), events);
    Path known = Files.write(folder.resolve("learned.jsonl"), learned);
    List<String> one = replayed(told, known, 1, folder.resolve("one"));
    assertThat(replayed(told, known, 3, folder.resolve("three"))).isEqualTo(one);
    return one;
  }

  private static List<String> replayed(Path told, Path known, int parallelism, Path out)
      throws Exception {
    ReplaySpec spec =
        new ReplaySpec(told, RULES, Sensing.ON, Optional.of(known), OptionalLong.empty(), out);
    return Replayed.of(spec, parallelism).lines("recommendations");
  }

  private static String answer(String customer, long time, int score) {
    return ("{\"id\":\"s-%s\",\"type\":\"survey_answered\",\"customer\":\"%s\",\"time\":\"%s\","
            + "\"properties\":{\"question\":\"nps\",\"score\":%d}}")
        .formatted(customer, customer, Rfc3339.format(time), score);
  }
}
