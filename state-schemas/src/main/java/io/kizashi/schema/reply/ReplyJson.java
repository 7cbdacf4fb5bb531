package io.kizashi.schema.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.kizashi.schema.ActionKind;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.Pause;
import io.kizashi.schema.Rfc3339;
import io.kizashi.schema.Time;
import io.kizashi.schema.reply.Decided.Loss;
import io.kizashi.schema.reply.Reply.Finding;
import io.kizashi.schema.reply.Reply.Frozen;
import io.kizashi.schema.reply.Reply.Kept;
import io.kizashi.schema.reply.Reply.Known;
import io.kizashi.schema.reply.Reply.Refused;
import io.kizashi.schema.reply.Reply.Restraint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** The JSON form of an answer; equal ones give equal bytes. */
public final class ReplyJson {
  private static final JsonFactory WRITER = new JsonFactory();

  private ReplyJson() {}

  /**
   * The record of an answer, of {@link Bounds#REPLY_BYTES} at most: what has no room is left out,
   * and counted as omitted.
   */
  public static byte[] encode(Reply reply) {
    byte[] bytes = bytes(reply);
    Finding finding = reply.finding();
    if (finding instanceof Known all) {
      int most = Math.max(all.courses().size(), all.decided().size());
      while (bytes.length > Bounds.REPLY_BYTES && most > 0) {
        most /= 2;
        Known some = all.shortened(most);
        bytes = bytes(new Reply(reply.inquiry(), reply.customer(), reply.time(), some));
      }
    }
    return bytes;
  }

  private static byte[] bytes(Reply reply) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = WRITER.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("inquiry", reply.inquiry());
      out.writeStringField("customer", reply.customer().id());
      if (reply.customer().guest()) {
        out.writeBooleanField("guest", true);
      }
      time(out, "time", reply.time());
      out.writeStringField("found", reply.finding().wire());
      write(out, reply.finding());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, Finding finding) throws IOException {
    if (finding instanceof Known known) {
      write(out, known);
    } else if (finding instanceof Frozen frozen) {
      time(out, "since", frozen.since());
      out.writeStringField("defect", frozen.defect());
      out.writeNumberField("waiting", frozen.waiting());
    } else if (finding instanceof Refused refused) {
      out.writeStringField("reason", refused.reason());
    } else if (!(finding instanceof Reply.Unknown)) {
      throw new IllegalArgumentException("a finding without a form: " + finding);
    }
  }

  private static void write(JsonGenerator out, Known known) throws IOException {
    out.writeObjectFieldStart("rulebook");
    out.writeStringField("name", known.rulebook().name());
    out.writeNumberField("version", known.rulebook().version());
    out.writeStringField("hash", known.rulebook().hash());
    out.writeEndObject();
    write(out, known.kept());
    list(out, "rules", known.courses(), CourseJson::write);
    list(out, "decisions", known.decided(), ReplyJson::write);
    list(out, "restraints", known.restraints(), ReplyJson::write);
    list(out, "pauses", known.pauses(), ReplyJson::write);
    list(out, "unread", known.unread(), JsonGenerator::writeString);
    out.writeNumberField("omitted", known.omitted());
  }

  private static void write(JsonGenerator out, Kept kept) throws IOException {
    out.writeObjectFieldStart("kept");
    out.writeNumberField("touchpoints", kept.touchpoints());
    time(out, "oldest", kept.oldest());
    time(out, "newest", kept.newest());
    out.writeNumberField("moments", kept.moments());
    out.writeNumberField("decisions", kept.decisions());
    time(out, "due", kept.wakeUp());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Decided decided) throws IOException {
    out.writeStartObject();
    out.writeStringField("action", decided.action());
    text(out, "channel", decided.channel());
    out.writeStringField("rule", decided.rule());
    out.writeStringField("fate", decided.fate().wire());
    time(out, "decidedAt", decided.decidedAt());
    time(out, "sendAt", decided.sendAt());
    list(out, "losses", decided.losses(), ReplyJson::write);
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Loss loss) throws IOException {
    out.writeStartObject();
    out.writeStringField("action", loss.action());
    text(out, "channel", loss.channel());
    out.writeStringField("reason", loss.reason());
    text(out, "detail", loss.detail());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Restraint restraint) throws IOException {
    out.writeStartObject();
    out.writeStringField("reason", restraint.reason());
    list(
        out,
        "kinds",
        restraint.kinds().stream().map(ActionKind::wire).toList(),
        JsonGenerator::writeString);
    text(out, "detail", restraint.detail());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Pause.Target target) throws IOException {
    out.writeStartObject();
    text(out, "kind", target.kind());
    text(out, "channel", target.channel());
    text(out, "region", target.region());
    out.writeEndObject();
  }

  /** Writes one of several. */
  interface Item<T> {
    void write(JsonGenerator out, T item) throws IOException;
  }

  static <T> void list(JsonGenerator out, String field, Collection<T> items, Item<T> item)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (T one : items) {
      item.write(out, one);
    }
    out.writeEndArray();
  }

  /** A time that there is. */
  static void time(JsonGenerator out, String field, long time) throws IOException {
    if (time != Time.UNPROVEN && time != Time.NEVER) {
      out.writeStringField(field, Rfc3339.format(time));
    }
  }

  /** A text that says something. */
  static void text(JsonGenerator out, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeStringField(field, text);
    }
  }
}
