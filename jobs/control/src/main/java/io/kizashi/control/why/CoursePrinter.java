package io.kizashi.control.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.kizashi.language.explain.Phrases;
import io.kizashi.language.explain.Reason;
import io.kizashi.language.explain.TimeWords;
import io.kizashi.schema.reply.Course.Obstacle;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** Tells in words how far a customer came in a rule. */
final class CoursePrinter {
  private final Phrases words;
  private final Reason reason;
  private final TimeWords times;
  private final PrintWriter out;

  CoursePrinter(Phrases words, Reason reason, TimeWords times, PrintWriter out) {
    this.words = words;
    this.reason = reason;
    this.times = times;
    this.out = out;
  }

  void tell(JsonNode course) {
    String moment = reason.moment(course.path("rule").asText());
    course
        .path("standing")
        .forEach(
            it -> out.println(words.say(WhyLine.COURSE_STANDS, moment, time(it, "detectedAt"))));
    JsonNode waits = course.path("waits");
    if (waits.isObject()) {
      tellWait(moment, waits, course.path("waiting").asInt());
    }
    JsonNode halted = course.path("halted");
    if (halted.isObject()) {
      tellHalt(moment, halted);
    }
  }

  private void tellWait(String moment, JsonNode waits, int waiting) {
    out.println(
        words.say(
            WhyLine.COURSE_BEGAN,
            moment,
            time(waits, "since"),
            waits.path("anchor").asText(),
            waits.path("step").asInt(),
            waits.path("steps").asInt()));
    String what = reason.touchpoint(waits.path("type").asText(), waits.path("where").asText());
    int times = waits.path("times").asInt();
    if (waits.path("silence").asBoolean()) {
      detail(words.say(WhyLine.WAITS_SILENCE, what));
    } else if (times > 1) {
      detail(words.say(WhyLine.WAITS_NUMBER, what, waits.path("number").asInt(), times));
    } else {
      detail(words.say(WhyLine.WAITS_TOUCHPOINT, what));
    }
    if (waits.has("until")) {
      detail(words.say(WhyLine.WAITS_UNTIL, time(waits, "until")));
    }
    if (waiting > 1) {
      detail(words.say(WhyLine.COURSE_OTHERS, waiting - 1));
    }
  }

  private void tellHalt(String moment, JsonNode halted) {
    out.println(
        words.say(
            WhyLine.COURSE_ENDED,
            moment,
            time(halted, "at"),
            halted.path("anchor").asText(),
            halted.path("step").asInt(),
            halted.path("steps").asInt(),
            time(halted, "since")));
    String code = halted.path("obstacle").asText();
    detail(
        Stream.of(Obstacle.values())
            .filter(obstacle -> obstacle.wire().equals(code))
            .findFirst()
            .map(
                obstacle ->
                    halt(obstacle, halted.path("by").asText(), halted.path("condition").asText()))
            .orElse(code));
  }

  private String halt(Obstacle obstacle, String by, String condition) {
    return switch (obstacle) {
      case TOO_LATE -> words.say(WhyLine.HALT_TOO_LATE);
      case BROKEN -> words.say(WhyLine.HALT_BROKEN, by);
      case REPLACED -> words.say(WhyLine.HALT_REPLACED);
      case EXCEPTED -> words.say(WhyLine.HALT_EXCEPTED, by);
      case NO_DATE -> words.say(WhyLine.HALT_NO_DATE, condition);
      case CONDITION -> words.say(WhyLine.HALT_CONDITION, reason.condition(condition));
      case UNREAD -> words.say(WhyLine.HALT_UNREAD, condition);
      case ONCE_PER -> words.say(WhyLine.HALT_ONCE_PER, by);
    };
  }

  private String time(JsonNode of, String field) {
    return ReplyPrinter.time(of, field).map(times::inYear).orElse("");
  }

  private void detail(String text) {
    out.println("    " + text);
  }
}
