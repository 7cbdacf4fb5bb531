package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.kizashi.schema.Decoding.Heartbeat.Meaning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The JSON form of touchpoints, as the contract fixes it. */
public final class TouchpointJson {
  private TouchpointJson() {}

  /**
   * Decodes one record. Never throws: what does not fit is {@link Decoding.Rejected} with a code.
   *
   * @param bytes the record's value
   * @param arrival the record's timestamp, milliseconds since the epoch
   * @param latest the latest time that is believed; {@link Bounds#LATEST} for no limit
   */
  public static Decoding decode(byte[] bytes, long arrival, long latest) {
    return decode(bytes, arrival, latest, source -> false, Placeholders.USUAL);
  }

  /**
   * Decodes one record of streams some of which have an end.
   *
   * @param arrival the record's timestamp, milliseconds since the epoch
   * @param latest the latest time that is believed
   * @param isFinite whether the end of a source's stream is believed beyond that
   * @param nobody ids that name nobody
   */
  public static Decoding decode(
      byte[] bytes, long arrival, long latest, Predicate<String> isFinite, Placeholders nobody) {
    if (bytes.length == 0) {
      return new Decoding.Rejected(RejectCode.EMPTY, "byte 0");
    }
    if (bytes.length > Bounds.RECORD_BYTES) {
      return new Decoding.Rejected(RejectCode.TOO_LARGE, "byte " + Bounds.RECORD_BYTES);
    }
    int bad = Utf8.firstInvalid(bytes);
    if (bad >= 0) {
      return new Decoding.Rejected(RejectCode.BAD_UTF8, "byte " + bad);
    }
    try (JsonParser parser = Json.FACTORY.createParser(bytes)) {
      Decoding read = new TouchpointReader(parser, arrival, latest, isFinite, nobody).read();
      return read instanceof Decoding.Heartbeat && !Heartbeats.mayBe(bytes)
          ? Heartbeats.unlike(bytes)
          : read;
    } catch (Refusal e) {
      return new Decoding.Rejected(e.code(), e.where());
    } catch (JsonProcessingException e) {
      return new Decoding.Rejected(RejectCode.BAD_JSON, at(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "byte 0" : "byte " + e.getLocation().getByteOffset();
  }

  /**
   * Decodes what a person wrote elsewhere than on a topic, under all that holds for a record.
   *
   * @param fields by name: text, doubles, truth values, lists and mappings of these, and an empty
   *     {@link Optional} for null
   * @param arrival milliseconds since the epoch
   */
  public static Decoding decode(Map<String, Object> fields, long arrival) {
    byte[] record =
        Json.object(
            out -> {
              for (Map.Entry<String, Object> field : fields.entrySet()) {
                out.writeFieldName(field.getKey());
                Json.writeValue(out, field.getValue());
              }
            });
    return decode(record, arrival, Bounds.LATEST);
  }

  /** Whether a record may be a heartbeat, as every heartbeat may: a cheap test before decoding. */
  public static boolean mayBeHeartbeat(byte[] bytes) {
    return Heartbeats.mayBe(bytes);
  }

  /** The record that proves {@code time} for a source that names itself nowhere. */
  public static byte[] encodeHeartbeat(long time) {
    return encodeHeartbeat(time, "");
  }

  /** The record that proves {@code time} in the stream of {@code source}, which goes on. */
  public static byte[] encodeHeartbeat(long time, String source) {
    return encodeHeartbeat(time, source, Meaning.TIME);
  }

  /**
   * The record that proves {@code time}, and says something of its source's stream. An end may lie
   * as far ahead as it likes, where settings call the source finite.
   */
  public static byte[] encodeHeartbeat(long time, String source, Meaning meaning) {
    return Heartbeats.encode(time, source, meaning);
  }

  /** The record of a touchpoint; absent fields are left out. */
  public static byte[] encode(Touchpoint touchpoint) {
    return Json.object(out -> write(out, touchpoint));
  }

  private static void write(JsonGenerator out, Touchpoint t) throws IOException {
    out.writeStringField("id", t.id());
    out.writeStringField("type", t.type());
    out.writeStringField("time", Rfc3339.format(t.time()));
    Setting setting = t.setting();
    if (!t.cameUnder().guest()) {
      out.writeStringField("customer", t.cameUnder().id());
    }
    text(out, "anonymous", t.cameUnder().guest() ? t.cameUnder().id() : setting.anonymous());
    if (t.actor() != Actor.CUSTOMER) {
      out.writeStringField("actor", t.actor().wire());
    }
    text(out, "channel", setting.channel());
    text(out, "session", setting.session());
    text(out, "contact", setting.contact());
    text(out, "case", setting.caseId());
    text(out, "account", setting.account());
    text(out, "place", setting.place());
    text(out, "region", setting.region());
    text(out, "stage", setting.stage());
    if (!setting.values().isEmpty()) {
      out.writeArrayFieldStart("values");
      for (String value : setting.values()) {
        out.writeString(value);
      }
      out.writeEndArray();
    }
    if (t.emotion().isPresent()) {
      writeEmotion(out, t.emotion().get());
    }
    text(out, "text", t.text());
    writeProperties(out, t.properties());
  }

  private static void writeEmotion(JsonGenerator out, Emotion emotion) throws IOException {
    out.writeObjectFieldStart("emotion");
    out.writeNumberField("valence", emotion.valence());
    out.writeNumberField("arousal", emotion.arousal());
    text(out, "label", emotion.label());
    out.writeNumberField("confidence", emotion.confidence());
    text(out, "source", emotion.source());
    out.writeEndObject();
  }

  private static void writeProperties(JsonGenerator out, Map<String, Object> properties)
      throws IOException {
    if (properties.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      out.writeFieldName(property.getKey());
      Json.writeValue(out, property.getValue());
    }
    out.writeEndObject();
  }

  static void text(JsonGenerator out, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeStringField(field, text);
    }
  }
}
