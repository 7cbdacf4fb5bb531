package io.kizashi.schema.state;

import io.kizashi.schema.Position;
import io.kizashi.schema.state.Projection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The binary form of projections. */
final class ProjectionCodec {
  private ProjectionCodec() {}

  static byte[] encode(Map<String, Projection> projections) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(projections.size());
    new TreeMap<>(projections)
        .forEach(
            (signal, projection) -> {
              out.writeText(signal);
              out.writeText(projection.definition());
              out.writeSigned(projection.completeFrom());
              out.writeFlag(projection.truncated());
              out.writeVarint(projection.rows().size());
              projection.rows().forEach(row -> write(out, strings, row));
            });
    return out.toBytes();
  }

  private static void write(ByteSink out, Strings.Writer strings, Row row) {
    SectionCodecs.writePosition(out, row.at());
    PropertyCodec.write(out, strings, row.value());
    out.writeDouble(row.weight());
  }

  static Map<String, Projection> decode(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    Map<String, Projection> projections = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String signal = in.readText();
      String definition = in.readText();
      long completeFrom = in.readSigned();
      boolean truncated = in.readFlag();
      projections.put(
          signal, new Projection(definition, completeFrom, truncated, rows(in, strings)));
    }
    return Map.copyOf(projections);
  }

  private static List<Row> rows(ByteSource in, Strings.Reader strings) {
    int count = in.readSize();
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Position at = SectionCodecs.readPosition(in);
      rows.add(new Row(at, PropertyCodec.read(in, strings), in.readDouble()));
    }
    return rows;
  }
}
