package io.kizashi.pipeline;

import io.kizashi.schema.Rfc3339;
import java.util.ArrayList;
import java.util.List;

/** Customers who find the app heavy and answer badly, beside content ones: an hour of them. */
final class LearningStory {
  /** Nothing happened before. */
  static final long START = Samples.TEN;

  /** When all have answered; what was learned counts two epochs later. */
  static final long END = START + 60 * Samples.MINUTE;

  /** When all that was learned counts. */
  static final long LATER = END + 15 * Samples.MINUTE;

  /** What nobody found bad before it was learned. */
  static final String HEAVY = "動作が重かったです。";

  private LearningStory() {}

  /** The story as JSON, one touchpoint an element, in the order of time. */
  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (long time = START; time < END; time += Samples.MINUTE / 2) {
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

  private static String answer(String customer, long time, int score) {
    return ("{\"id\":\"s-%s\",\"type\":\"survey_answered\",\"customer\":\"%s\",\"time\":\"%s\","
            + "\"properties\":{\"question\":\"nps\",\"score\":%d}}")
        .formatted(customer, customer, Rfc3339.format(time), score);
  }
}
