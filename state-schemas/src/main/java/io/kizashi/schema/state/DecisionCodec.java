package io.kizashi.schema.state;

import io.kizashi.schema.ActionKind;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.form.Form;
import io.kizashi.schema.form.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The binary form of decisions. */
final class DecisionCodec {
  private static final Literals<Integer, Ending> ENDINGS =
      Literals.of(
          Stream.concat(
                  Stream.of(Decision.Fate.values()).map(fate -> new Ending(fate, false)),
                  Stream.of(new Ending(Decision.Fate.HELD, true)))
              .flatMap(ending -> Stream.of(ending, ending.thatFailed()))
              .toList(),
          Ending::code);

  private DecisionCodec() {}

  /**
   * What one byte says of a decision.
   *
   * @param varied whether it waits with one of several texts, whose name stands before the rest
   */
  private record Ending(Decision.Fate fate, boolean varied, boolean failed) {
    private static final int VARIED = 10;
    private static final int FAILED_VARIED = 11;

    Ending(Decision.Fate fate, boolean varied) {
      this(fate, varied, false);
    }

    static Ending of(Decision decision) {
      Ending ending = new Ending(decision.fate(), decision.held() && variant(decision).isPresent());
      return decision.failed() ? ending.thatFailed() : ending;
    }

    static Ending read(ByteSource in) {
      int code = in.readByte();
      return ENDINGS.find(code).orElseThrow(() -> Form.FATE.unknown(code));
    }

    Ending thatFailed() {
      return new Ending(fate, varied, true);
    }

    int code() {
      if (varied) {
        return failed ? FAILED_VARIED : VARIED;
      }
      return failed ? fate.failedCode() : fate.code();
    }
  }

  private static Optional<String> variant(Decision decision) {
    return decision.recommendation().reasoning().flatMap(Recommendation.Reasoning::variant);
  }

  static byte[] encode(List<Decision> decisions) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(decisions.size());
    for (Decision decision : decisions) {
      Recommendation r = decision.recommendation();
      out.writeByte(Ending.of(decision).code());
      out.writeText(r.id());
      strings.write(out, r.status().kept());
      strings.write(out, r.customer().text());
      writePlan(out, strings, r.plan());
      out.writeText(r.moment().id());
      strings.write(out, r.moment().rule());
      strings.write(out, r.moment().kind().kept());
      out.writeSigned(r.moment().detectedAt());
      SectionCodecs.writeRulebook(out, strings, r.rulebook());
      out.writeSigned(r.decidedAt());
      out.writeText(r.trigger());
      if (decision.held()) {
        variant(decision).ifPresent(out::writeText);
        ReasoningCodec.write(out, r.reasoning().orElseThrow());
      }
    }
    OwnershipCodec.write(out, strings, decisions);
    return out.toBytes();
  }

  static List<Decision> decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    List<Decision> decisions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Ending ending = Ending.read(in);
      Recommendation recommendation =
          new Recommendation(
              in.readText(),
              readStatus(strings.read(in)),
              CustomerKey.parse(strings.read(in)),
              readPlan(in, strings),
              new Recommendation.MomentRef(
                  in.readText(),
                  strings.read(in),
                  SectionCodecs.readKind(strings.read(in)),
                  in.readSigned()),
              Optional.empty(),
              SectionCodecs.readRulebook(in, strings),
              in.readSigned(),
              in.readText());
      decisions.add(
          new Decision(
              ending.fate() == Decision.Fate.HELD
                  ? recommendation.with(readReasoning(in, ending))
                  : recommendation,
              ending.fate(),
              ending.failed()));
    }
    OwnershipCodec.read(in, strings, decisions);
    return List.copyOf(decisions);
  }

  private static Recommendation.Reasoning readReasoning(ByteSource in, Ending ending) {
    Optional<String> variant = ending.varied() ? Optional.of(in.readText()) : Optional.empty();
    return ReasoningCodec.read(in, variant);
  }

  private static void writePlan(ByteSink out, Strings.Writer strings, Recommendation.Plan plan) {
    strings.write(out, plan.action());
    strings.write(out, plan.kind().kept());
    strings.write(out, plan.recipient());
    strings.write(out, plan.channel());
    out.writeSigned(plan.sendAt());
    out.writeSigned(plan.expiresAt());
  }

  private static Recommendation.Plan readPlan(ByteSource in, Strings.Reader strings) {
    return new Recommendation.Plan(
        strings.read(in),
        readKind(strings.read(in)),
        strings.read(in),
        strings.read(in),
        in.readSigned(),
        in.readSigned(),
        Recommendation.Ownership.UNSAID);
  }

  private static Recommendation.Status readStatus(String kept) {
    return Recommendation.Status.ofKept(kept)
        .orElseThrow(() -> Form.RECOMMENDATION_STATUS.unknown(kept));
  }

  private static ActionKind readKind(String kept) {
    return ActionKind.ofKept(kept).orElseThrow(() -> Form.ACTION_KIND.unknown(kept));
  }
}
