package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Score;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON form of why something was decided, and of what staff are told. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** An explanation by itself; equal values give equal bytes. */
  public static byte[] encode(Explanation explanation) {
    return Json.object(out -> writeFields(out, explanation));
  }

  /** Bytes that {@link #encode} gives. */
  public static int size(Explanation explanation) {
    return Json.size(out -> writeFields(out, explanation));
  }

  /** The list or the object that a property holds, in one line. */
  public static String text(Object structure) {
    return Json.text(structure);
  }

  /** Bytes that a candidate takes in an explanation. */
  public static int size(Candidate candidate) {
    return Json.size(out -> writeFields(out, candidate));
  }

  static void write(JsonGenerator out, Explanation explanation) throws IOException {
    out.writeStartObject();
    writeFields(out, explanation);
    out.writeEndObject();
  }

  private static void writeFields(JsonGenerator out, Explanation explanation) throws IOException {
    write(out, "values", explanation.values());
    out.writeArrayFieldStart("candidates");
    for (Candidate candidate : explanation.candidates()) {
      out.writeStartObject();
      writeFields(out, candidate);
      out.writeEndObject();
    }
    out.writeEndArray();
    if (explanation.omitted() > 0) {
      out.writeNumberField("omitted", explanation.omitted());
    }
  }

  private static void writeFields(JsonGenerator out, Candidate candidate) throws IOException {
    out.writeStringField("action", candidate.action());
    out.writeStringField("moment", candidate.moment());
    if (!candidate.channel().isEmpty()) {
      out.writeStringField("channel", candidate.channel());
    }
    number(out, "total", candidate.score().total());
    out.writeStringField("reason", candidate.reason());
    if (!candidate.detail().isEmpty()) {
      out.writeStringField("detail", candidate.detail());
    }
    if (candidate.flip().isPresent()) {
      Flip flip = candidate.flip().get();
      out.writeObjectFieldStart("flip");
      out.writeStringField("what", flip.what());
      number(out, "from", flip.from());
      number(out, "to", flip.to());
      out.writeEndObject();
    }
    writeFactors(out, candidate.score());
  }

  /** Those that count: a factor of one, and a cost of nothing, change nothing. */
  private static void writeFactors(JsonGenerator out, Score score) throws IOException {
    Map<String, Double> factors = new LinkedHashMap<>();
    factors.put("propensity", score.propensity());
    factors.put("value", score.value());
    factors.put("context", score.context());
    factors.put("weight", score.weight());
    factors.values().removeIf(factor -> factor == 1);
    if (score.cost() != 0) {
      factors.put("cost", score.cost());
    }
    if (!factors.isEmpty()) {
      out.writeObjectFieldStart("factors");
      for (Map.Entry<String, Double> factor : factors.entrySet()) {
        number(out, factor.getKey(), factor.getValue());
      }
      out.writeEndObject();
    }
  }

  static void write(JsonGenerator out, Score score) throws IOException {
    out.writeStartObject();
    number(out, "propensity", score.propensity());
    number(out, "value", score.value());
    number(out, "cost", score.cost());
    number(out, "context", score.context());
    number(out, "weight", score.weight());
    number(out, "total", score.total());
    out.writeNumberField("epoch", score.epoch());
    out.writeEndObject();
  }

  static void write(JsonGenerator out, Briefing briefing) throws IOException {
    out.writeStartObject();
    if (briefing.felt().isPresent()) {
      Briefing.Felt felt = briefing.felt().get();
      out.writeObjectFieldStart("felt");
      number(out, "valence", felt.valence());
      number(out, "trend", felt.trend());
      out.writeStringField("label", felt.label());
      out.writeEndObject();
    }
    out.writeArrayFieldStart("said");
    for (Briefing.Said said : briefing.said()) {
      line(out, said.time(), said.channel(), "text", said.text());
    }
    out.writeEndArray();
    out.writeArrayFieldStart("tried");
    for (Briefing.Tried tried : briefing.tried()) {
      out.writeStartObject();
      out.writeStringField("time", Rfc3339.format(tried.time()));
      out.writeStringField("action", tried.action());
      out.writeStringField("channel", tried.channel());
      out.writeStringField("outcome", tried.outcome());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("touchpoints");
    for (Briefing.Touched touched : briefing.touchpoints()) {
      line(out, touched.time(), touched.channel(), "type", touched.type());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void line(JsonGenerator out, long time, String channel, String field, String value)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("time", Rfc3339.format(time));
    out.writeStringField("channel", channel);
    out.writeStringField(field, value);
    out.writeEndObject();
  }

  static void write(JsonGenerator out, String field, Map<String, String> texts) throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      out.writeStringField(text.getKey(), text.getValue());
    }
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String field, double value) throws IOException {
    out.writeFieldName(field);
    Json.writeNumber(out, value);
  }
}
