package io.kizashi.schema.state;

import io.kizashi.schema.Briefing;

/** The binary form of what staff are told of a customer, kept while a task waits for its time. */
final class BriefingCodec {
  private BriefingCodec() {}

  static void write(ByteSink out, Briefing briefing) {
    ReasoningCodec.writeOptional(
        out,
        briefing.felt(),
        (sink, felt) -> {
          sink.writeDouble(felt.valence());
          sink.writeDouble(felt.trend());
          sink.writeText(felt.label());
        });
    ReasoningCodec.writeList(
        out, briefing.said(), (sink, said) -> line(sink, said.time(), said.channel(), said.text()));
    ReasoningCodec.writeList(
        out,
        briefing.tried(),
        (sink, tried) -> {
          line(sink, tried.time(), tried.action(), tried.channel());
          sink.writeText(tried.outcome());
        });
    ReasoningCodec.writeList(
        out,
        briefing.touchpoints(),
        (sink, touched) -> line(sink, touched.time(), touched.type(), touched.channel()));
  }

  static Briefing read(ByteSource in) {
    return new Briefing(
        ReasoningCodec.readOptional(
            in,
            source ->
                new Briefing.Felt(source.readDouble(), source.readDouble(), source.readText())),
        ReasoningCodec.readList(
            in,
            source -> new Briefing.Said(source.readSigned(), source.readText(), source.readText())),
        ReasoningCodec.readList(
            in,
            source ->
                new Briefing.Tried(
                    source.readSigned(), source.readText(), source.readText(), source.readText())),
        ReasoningCodec.readList(
            in,
            source ->
                new Briefing.Touched(source.readSigned(), source.readText(), source.readText())));
  }

  private static void line(ByteSink out, long time, String first, String second) {
    out.writeSigned(time);
    out.writeText(first);
    out.writeText(second);
  }
}
