package io.kizashi.schema.state;

import io.kizashi.schema.Recommendation.Candidate;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Flip;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Recommendation.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The binary form of why something was decided, kept while a decision waits for its time. */
final class ReasoningCodec {
  private ReasoningCodec() {}

  /** Writes it, but for the variant. */
  static void write(ByteSink out, Reasoning reasoning) {
    out.writeText(reasoning.language());
    writeTexts(out, reasoning.content());
    writeScore(out, reasoning.score());
    writeOptional(out, reasoning.briefing(), BriefingCodec::write);
    writeTexts(out, reasoning.explanation().values());
    writeList(out, reasoning.explanation().candidates(), ReasoningCodec::writeCandidate);
    out.writeVarint(reasoning.explanation().omitted());
  }

  /**
   * Reads it.
   *
   * @param variant which of several texts it is, which stands before it
   */
  static Reasoning read(ByteSource in, Optional<String> variant) {
    return new Reasoning(
        in.readText(),
        variant,
        readTexts(in),
        readScore(in),
        readOptional(in, BriefingCodec::read),
        new Explanation(
            readTexts(in), readList(in, ReasoningCodec::readCandidate), (int) in.readVarint()));
  }

  private static void writeTexts(ByteSink out, Map<String, String> texts) {
    out.writeVarint(texts.size());
    texts.forEach(
        (name, text) -> {
          out.writeText(name);
          out.writeText(text);
        });
  }

  private static Map<String, String> readTexts(ByteSource in) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int left = in.readSize(); left > 0; left--) {
      texts.put(in.readText(), in.readText());
    }
    return texts;
  }

  private static void writeScore(ByteSink out, Score score) {
    out.writeDouble(score.propensity());
    out.writeDouble(score.value());
    out.writeDouble(score.cost());
    out.writeDouble(score.context());
    out.writeDouble(score.weight());
    out.writeDouble(score.total());
    out.writeSigned(score.epoch());
  }

  private static Score readScore(ByteSource in) {
    return new Score(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readSigned());
  }

  private static void writeCandidate(ByteSink out, Candidate candidate) {
    out.writeText(candidate.action());
    out.writeText(candidate.moment());
    out.writeText(candidate.channel());
    writeScore(out, candidate.score());
    out.writeText(candidate.reason());
    out.writeText(candidate.detail());
    writeOptional(
        out,
        candidate.flip(),
        (sink, flip) -> {
          sink.writeText(flip.what());
          sink.writeDouble(flip.from());
          sink.writeDouble(flip.to());
        });
  }

  private static Candidate readCandidate(ByteSource in) {
    return new Candidate(
        in.readText(),
        in.readText(),
        in.readText(),
        readScore(in),
        in.readText(),
        in.readText(),
        readOptional(
            in, source -> new Flip(source.readText(), source.readDouble(), source.readDouble())));
  }

  static <T> void writeList(ByteSink out, List<T> all, BiConsumer<ByteSink, T> write) {
    out.writeVarint(all.size());
    all.forEach(one -> write.accept(out, one));
  }

  static <T> List<T> readList(ByteSource in, Function<ByteSource, T> read) {
    return IntStream.range(0, in.readSize()).mapToObj(number -> read.apply(in)).toList();
  }

  static <T> void writeOptional(ByteSink out, Optional<T> value, BiConsumer<ByteSink, T> write) {
    out.writeFlag(value.isPresent());
    value.ifPresent(present -> write.accept(out, present));
  }

  static <T> Optional<T> readOptional(ByteSource in, Function<ByteSource, T> read) {
    return in.readFlag() ? Optional.of(read.apply(in)) : Optional.empty();
  }
}
