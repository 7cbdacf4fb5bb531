package io.kizashi.schema.state;

import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.form.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The binary forms of the small sections. */
final class SectionCodecs {
  private SectionCodecs() {}

  static byte[] encodeClock(Clock clock) {
    ByteSink out = new ByteSink();
    out.writeSigned(clock.judgedUntil());
    out.writeSigned(clock.wakeUp());
    return out.toBytes();
  }

  static Clock decodeClock(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    return new Clock(in.readSigned(), in.readSigned());
  }

  static byte[] encodeProfile(Profile profile) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(profile.entries().size());
    profile
        .entries()
        .forEach(
            (name, values) -> {
              strings.write(out, name);
              out.writeVarint(values.size());
              for (Profile.Entry entry : values) {
                PropertyCodec.write(out, strings, entry.value());
                writePosition(out, entry.since());
              }
            });
    return out.toBytes();
  }

  static Profile decodeProfile(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    Map<String, List<Profile.Entry>> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String name = strings.read(in);
      int values = in.readSize();
      List<Profile.Entry> known = new ArrayList<>(values);
      for (int j = 0; j < values; j++) {
        Object value = PropertyCodec.read(in, strings);
        known.add(new Profile.Entry(value, readPosition(in)));
      }
      entries.put(name, List.copyOf(known));
    }
    return new Profile(entries);
  }

  static byte[] encodeBlocked(Map<String, Position> blocked) {
    ByteSink out = new ByteSink();
    out.writeVarint(blocked.size());
    new TreeMap<>(blocked)
        .forEach(
            (rule, until) -> {
              out.writeText(rule);
              writePosition(out, until);
            });
    return out.toBytes();
  }

  static Map<String, Position> decodeBlocked(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int count = in.readSize();
    Map<String, Position> blocked = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      blocked.put(in.readText(), readPosition(in));
    }
    return Map.copyOf(blocked);
  }

  static byte[] encodeText(String text) {
    ByteSink out = new ByteSink();
    out.writeText(text);
    return out.toBytes();
  }

  static String decodeText(byte[] bytes) {
    return new ByteSource(bytes).readText();
  }

  static byte[] encodeTexts(Set<String> texts) {
    ByteSink out = new ByteSink();
    out.writeVarint(texts.size());
    new TreeSet<>(texts).forEach(out::writeText);
    return out.toBytes();
  }

  static Set<String> decodeTexts(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Set<String> texts = new TreeSet<>();
    for (int left = in.readSize(); left > 0; left--) {
      texts.add(in.readText());
    }
    return Set.copyOf(texts);
  }

  static byte[] encodeMoments(List<DetectedMoment> moments) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(moments.size());
    for (DetectedMoment detected : moments) {
      Moment m = detected.moment();
      writePosition(out, detected.anchor());
      writePosition(out, detected.end());
      out.writeText(m.id());
      strings.write(out, m.status().kept());
      strings.write(out, m.rule());
      strings.write(out, m.kind().kept());
      strings.write(out, m.stage());
      strings.write(out, m.customer().text());
      out.writeSigned(m.detectedAt());
      out.writeDouble(m.severity());
      out.writeVarint(m.evidence().size());
      m.evidence().forEach(id -> strings.write(out, id));
      writeRulebook(out, strings, m.rulebook());
    }
    return out.toBytes();
  }

  static List<DetectedMoment> decodeMoments(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    List<DetectedMoment> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Position anchor = readPosition(in);
      Position end = readPosition(in);
      Moment moment =
          new Moment(
              in.readText(),
              readStatus(strings.read(in)),
              strings.read(in),
              readKind(strings.read(in)),
              strings.read(in),
              CustomerKey.parse(strings.read(in)),
              in.readSigned(),
              in.readDouble(),
              readTexts(in, strings),
              readRulebook(in, strings));
      moments.add(new DetectedMoment(moment, anchor, end));
    }
    return List.copyOf(moments);
  }

  private static Moment.Status readStatus(String kept) {
    return Moment.Status.ofKept(kept).orElseThrow(() -> Form.MOMENT_STATUS.unknown(kept));
  }

  static Moment.Kind readKind(String kept) {
    return Moment.Kind.ofKept(kept).orElseThrow(() -> Form.MOMENT_KIND.unknown(kept));
  }

  static void writeRulebook(ByteSink out, Strings.Writer strings, RulebookRef rulebook) {
    strings.write(out, rulebook.name());
    out.writeVarint(rulebook.version());
    strings.write(out, rulebook.hash());
  }

  static RulebookRef readRulebook(ByteSource in, Strings.Reader strings) {
    return new RulebookRef(strings.read(in), in.readVarint(), strings.read(in));
  }

  private static List<String> readTexts(ByteSource in, Strings.Reader strings) {
    int count = in.readSize();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(strings.read(in));
    }
    return texts;
  }

  /**
   * The place after all touchpoints of a time has no id that UTF-8 could carry: a flag stands for
   * it.
   */
  static void writePosition(ByteSink out, Position position) {
    boolean end = position.id().equals(Position.END);
    out.writeSigned(position.time());
    out.writeFlag(end);
    out.writeText(end ? "" : position.id());
  }

  static Position readPosition(ByteSource in) {
    long time = in.readSigned();
    boolean end = in.readFlag();
    String id = in.readText();
    return new Position(time, end ? Position.END : id);
  }
}
