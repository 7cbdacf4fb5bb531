package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import java.util.List;

/** The binary form of what was said: that of moments without places, then that of decisions. */
final class SaidCodec {
  private SaidCodec() {}

  static byte[] encode(Said said) {
    ByteSink out = new ByteSink();
    List<DetectedMoment> moments =
        said.moments().stream()
            .map(it -> new DetectedMoment(it, Position.FIRST, Position.FIRST))
            .toList();
    out.writeBlock(SectionCodecs.encodeMoments(moments));
    out.writeBlock(
        DecisionCodec.encode(said.recommendations().stream().map(Decision::issued).toList()));
    return out.toBytes();
  }

  static Said decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    List<DetectedMoment> moments = SectionCodecs.decodeMoments(in.readBlock());
    List<Decision> decisions = DecisionCodec.decode(in.readBlock());
    return new Said(
        moments.stream().map(DetectedMoment::moment).toList(),
        decisions.stream().map(Decision::recommendation).toList());
  }
}
