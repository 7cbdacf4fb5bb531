package io.kizashi.schema.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kizashi.schema.reply.Course.Halt;
import io.kizashi.schema.reply.Course.Standing;
import io.kizashi.schema.reply.Course.Wait;
import io.kizashi.schema.reply.Course.Way;
import java.io.IOException;

/** The JSON form of how far a customer came in a rule. */
final class CourseJson {
  private CourseJson() {}

  static void write(JsonGenerator out, Course course) throws IOException {
    out.writeStartObject();
    out.writeStringField("rule", course.rule());
    ReplyJson.list(out, "standing", course.standing(), CourseJson::write);
    out.writeNumberField("waiting", course.waiting());
    if (course.awaited().isPresent()) {
      write(out, course.awaited().get());
    }
    out.writeNumberField("ended", course.ended());
    if (course.halt().isPresent()) {
      write(out, course.halt().get());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Standing standing) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", standing.id());
    ReplyJson.time(out, "detectedAt", standing.detectedAt());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Wait wait) throws IOException {
    out.writeObjectFieldStart("waits");
    write(out, wait.way());
    out.writeStringField("type", wait.type());
    ReplyJson.text(out, "where", wait.where());
    out.writeBooleanField("silence", wait.silence());
    out.writeNumberField("number", wait.number());
    out.writeNumberField("times", wait.times());
    ReplyJson.time(out, "until", wait.until());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Halt halt) throws IOException {
    out.writeObjectFieldStart("halted");
    write(out, halt.way());
    out.writeStringField("obstacle", halt.obstacle().wire());
    ReplyJson.time(out, "at", halt.at());
    ReplyJson.text(out, "by", halt.by());
    ReplyJson.text(out, "condition", halt.condition());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Way way) throws IOException {
    out.writeStringField("anchor", way.anchor());
    ReplyJson.time(out, "since", way.since());
    out.writeNumberField("step", way.step());
    out.writeNumberField("steps", way.steps());
  }
}
