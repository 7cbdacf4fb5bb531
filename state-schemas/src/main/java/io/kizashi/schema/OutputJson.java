package io.kizashi.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kizashi.schema.Recommendation.MomentRef;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.Recommendation.Reasoning;
import java.io.IOException;
import java.util.Map;

/** The JSON form of what the engine emits; equal values give equal bytes. */
public final class OutputJson {
  private OutputJson() {}

  /** A moment, as subscribers get it. */
  public static byte[] encode(Moment moment) {
    return Json.object(out -> writeMoment(out, moment));
  }

  /** A recommendation, as subscribers get it. */
  public static byte[] encode(Recommendation recommendation) {
    return Json.object(out -> writeRecommendation(out, recommendation));
  }

  /** Who it is, in the fields of a touchpoint. */
  public static byte[] encode(CustomerKey customer) {
    return Json.object(
        out -> out.writeStringField(customer.guest() ? "anonymous" : "customer", customer.id()));
  }

  /** A rejection, as subscribers get it. */
  public static byte[] encode(Rejection rejection) {
    return Json.object(
        out -> {
          out.writeStringField("code", rejection.code().wire());
          out.writeStringField("where", rejection.where());
          if (rejection.folded()) {
            out.writeStringField("part", rejection.where());
            out.writeBooleanField("folded", true);
          }
          out.writeStringField("topic", rejection.origin().topic());
          out.writeNumberField("partition", rejection.origin().partition());
          out.writeNumberField("offset", rejection.origin().offset());
          out.writeNumberField("length", rejection.length());
          out.writeStringField("sha256", rejection.sha256());
          out.writeStringField("head", rejection.head());
          if (!rejection.code().hint().isEmpty()) {
            out.writeStringField("hint", rejection.code().hint());
          }
        });
  }

  /** A task's word on a rulebook, as subscribers get it. */
  public static byte[] encode(RulebookStatus status) {
    return Json.object(
        out -> {
          out.writeStringField("status", status.adopted() ? "adopted" : "refused");
          if (!status.adopted()) {
            out.writeStringField("code", status.word().wire());
          }
          out.writeStringField("file", status.file());
          writeRulebook(out, status.rulebook());
          out.writeNumberField("percent", status.percent());
          out.writeNumberField("task", status.task());
          out.writeNumberField("tasks", status.tasks());
          out.writeArrayFieldStart("problems");
          for (String problem : status.problems()) {
            out.writeString(problem);
          }
          out.writeEndArray();
        });
  }

  /** Counts of decisions, as subscribers get them. */
  public static byte[] encode(DecisionKpi kpi) {
    return Json.object(
        out -> {
          out.writeStringField("kpi", "decisions");
          out.writeStringField("from", Rfc3339.format(kpi.from()));
          out.writeStringField("to", Rfc3339.format(kpi.to()));
          writeRulebook(out, kpi.rulebook());
          out.writeNumberField("task", kpi.task());
          out.writeNumberField("tasks", kpi.tasks());
          out.writeNumberField("touchpoints", kpi.touchpoints());
          out.writeNumberField("moments", kpi.moments());
          out.writeNumberField("momentsRetracted", kpi.momentsRetracted());
          out.writeNumberField("recommendations", kpi.recommendations());
          out.writeNumberField("recommendationsRetracted", kpi.recommendationsRetracted());
          out.writeObjectFieldStart("withheld");
          for (Map.Entry<String, Long> reason : kpi.withheld().entrySet()) {
            out.writeNumberField(reason.getKey(), reason.getValue());
          }
          out.writeEndObject();
          out.writeNumberField("negative", kpi.negative());
        });
  }

  private static void writeMoment(JsonGenerator out, Moment moment) throws IOException {
    out.writeStringField("id", moment.id());
    out.writeStringField("status", moment.status().wire());
    out.writeStringField("rule", moment.rule());
    out.writeStringField("kind", moment.kind().wire());
    writeIfSaid(out, "stage", moment.stage());
    writeCustomer(out, moment.customer());
    out.writeStringField("detectedAt", Rfc3339.format(moment.detectedAt()));
    number(out, "severity", moment.severity());
    out.writeArrayFieldStart("evidence");
    for (String id : moment.evidence()) {
      out.writeString(id);
    }
    out.writeEndArray();
    writeRulebook(out, moment.rulebook());
  }

  private static void writeRecommendation(JsonGenerator out, Recommendation r) throws IOException {
    out.writeStringField("id", r.id());
    out.writeStringField("status", r.status().wire());
    writeCustomer(out, r.customer());
    Plan plan = r.plan();
    out.writeStringField("recipient", plan.recipient());
    writeIfSaid(out, "assignee", plan.ownership().assignee());
    writeIfSaid(out, "campaign", plan.ownership().campaign());
    writeIfSaid(out, "owner", plan.ownership().owner());
    out.writeStringField("action", plan.action());
    out.writeStringField("kind", plan.kind().wire());
    out.writeStringField("channel", plan.channel());
    out.writeStringField("sendAt", Rfc3339.format(plan.sendAt()));
    out.writeStringField("expiresAt", Rfc3339.format(plan.expiresAt()));
    writeMomentRef(out, r.moment());
    if (r.reasoning().isPresent()) {
      writeReasoning(out, r.reasoning().get());
    }
    writeRulebook(out, r.rulebook());
    out.writeStringField("decidedAt", Rfc3339.format(r.decidedAt()));
    out.writeStringField("trigger", r.trigger());
  }

  private static void writeIfSaid(JsonGenerator out, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      out.writeStringField(field, text);
    }
  }

  private static void writeMomentRef(JsonGenerator out, MomentRef moment) throws IOException {
    out.writeObjectFieldStart("moment");
    out.writeStringField("id", moment.id());
    out.writeStringField("rule", moment.rule());
    out.writeStringField("kind", moment.kind().wire());
    out.writeStringField("detectedAt", Rfc3339.format(moment.detectedAt()));
    out.writeEndObject();
  }

  private static void writeReasoning(JsonGenerator out, Reasoning reasoning) throws IOException {
    out.writeStringField("language", reasoning.language());
    if (reasoning.variant().isPresent()) {
      out.writeStringField("variant", reasoning.variant().get());
    }
    ExplanationJson.write(out, "content", reasoning.content());
    out.writeFieldName("score");
    ExplanationJson.write(out, reasoning.score());
    out.writeBooleanField("holdout", false);
    out.writeNumberField("choice", 1);
    if (reasoning.briefing().isPresent()) {
      out.writeFieldName("briefing");
      ExplanationJson.write(out, reasoning.briefing().get());
    }
    out.writeFieldName("explanation");
    ExplanationJson.write(out, reasoning.explanation());
  }

  /** The id as received; {@code guest} tells an anonymous one from a customer's. */
  private static void writeCustomer(JsonGenerator out, CustomerKey customer) throws IOException {
    out.writeStringField("customer", customer.id());
    if (customer.guest()) {
      out.writeBooleanField("guest", true);
    }
  }

  private static void writeRulebook(JsonGenerator out, RulebookRef rulebook) throws IOException {
    out.writeObjectFieldStart("rulebook");
    out.writeStringField("name", rulebook.name());
    out.writeNumberField("version", rulebook.version());
    out.writeStringField("hash", rulebook.hash());
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String field, double value) throws IOException {
    out.writeFieldName(field);
    Json.writeNumber(out, value);
  }
}
