package io.kizashi.schema.state;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The binary form of decisions. */
final class DecisionCodec {
  /** What became of a decision, in the order of the binary form. */
  private static final List<Decision.Fate> FATES =
      List.of(
          Decision.Fate.RETRACTED,
          Decision.Fate.STANDING,
          Decision.Fate.HELD,
          Decision.Fate.WITHDRAWN);

  /** Added where it is known not to have reached the customer. */
  private static final int FAILED = 4;

  private DecisionCodec() {}

  static byte[] encode(List<Decision> decisions) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(decisions.size());
    for (Decision decision : decisions) {
      Recommendation r = decision.recommendation();
      out.writeByte(FATES.indexOf(decision.fate()) + (decision.failed() ? FAILED : 0));
      out.writeText(r.id());
      strings.write(out, r.status().name());
      strings.write(out, r.customer().text());
      writePlan(out, strings, r.plan());
      out.writeText(r.moment().id());
      strings.write(out, r.moment().rule());
      strings.write(out, r.moment().kind().name());
      out.writeSigned(r.moment().detectedAt());
      SectionCodecs.writeRulebook(out, strings, r.rulebook());
      out.writeSigned(r.decidedAt());
      out.writeText(r.trigger());
      if (decision.held()) {
        ReasoningCodec.write(out, r.reasoning().orElseThrow());
      }
    }
    return out.toBytes();
  }

  static List<Decision> decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    List<Decision> decisions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int said = in.readByte();
      Recommendation recommendation =
          new Recommendation(
              in.readText(),
              Recommendation.Status.valueOf(strings.read(in)),
              CustomerKey.parse(strings.read(in)),
              readPlan(in, strings),
              new Recommendation.MomentRef(
                  in.readText(),
                  strings.read(in),
                  Moment.Kind.valueOf(strings.read(in)),
                  in.readSigned()),
              Optional.empty(),
              SectionCodecs.readRulebook(in, strings),
              in.readSigned(),
              in.readText());
      Decision.Fate fate = FATES.get(said % FAILED);
      boolean held = fate == Decision.Fate.HELD;
      decisions.add(
          new Decision(
              held ? recommendation.with(ReasoningCodec.read(in)) : recommendation,
              fate,
              said >= FAILED));
    }
    return List.copyOf(decisions);
  }

  private static void writePlan(ByteSink out, Strings.Writer strings, Recommendation.Plan plan) {
    strings.write(out, plan.action());
    strings.write(out, plan.kind().name());
    strings.write(out, plan.recipient());
    strings.write(out, plan.channel());
    out.writeSigned(plan.sendAt());
    out.writeSigned(plan.expiresAt());
  }

  private static Recommendation.Plan readPlan(ByteSource in, Strings.Reader strings) {
    return new Recommendation.Plan(
        strings.read(in),
        ActionKind.valueOf(strings.read(in)),
        strings.read(in),
        strings.read(in),
        in.readSigned(),
        in.readSigned());
  }
}
