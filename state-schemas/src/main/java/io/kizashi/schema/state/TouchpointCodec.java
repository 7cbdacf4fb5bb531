package io.kizashi.schema.state;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Emotion;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The binary form of touchpoints: in a customer's history, and between the job's tasks. */
public final class TouchpointCodec {
  /** How an emotion is written: not at all, without an epoch, and with one behind it. */
  private static final int NONE = 0;

  private static final int PLAIN = 1;
  private static final int LEARNED = 2;

  /** Texts of a setting; a bit for each tells whether it is there. */
  private static final int SETTING_TEXTS = 9;

  private TouchpointCodec() {}

  /** One touchpoint by itself. */
  public static byte[] encode(Touchpoint touchpoint) {
    return encode(List.of(touchpoint));
  }

  /** The touchpoint of {@link #encode(Touchpoint)}. */
  public static Touchpoint decode(byte[] bytes) {
    return decodeAll(new ByteSource(bytes)).get(0);
  }

  /** A segment of touchpoints that share one dictionary and follow each other in time. */
  static byte[] encode(List<Touchpoint> touchpoints) {
    ByteSink out = new ByteSink();
    Strings.Writer strings = new Strings.Writer();
    out.writeVarint(touchpoints.size());
    long before = 0;
    for (Touchpoint touchpoint : touchpoints) {
      out.writeSigned(touchpoint.time() - before);
      before = touchpoint.time();
      write(out, strings, touchpoint);
    }
    return out.toBytes();
  }

  static List<Touchpoint> decodeAll(ByteSource in) {
    return Damage.guard("a touchpoint", () -> readAll(in));
  }

  private static List<Touchpoint> readAll(ByteSource in) {
    Strings.Reader strings = new Strings.Reader();
    int count = in.readSize();
    List<Touchpoint> touchpoints = new ArrayList<>(count);
    long time = 0;
    for (int i = 0; i < count; i++) {
      time += in.readSigned();
      touchpoints.add(read(in, strings, time));
    }
    return touchpoints;
  }

  private static void write(ByteSink out, Strings.Writer strings, Touchpoint t) {
    out.writeText(t.id());
    strings.write(out, t.type());
    out.writeSigned(t.arrival() - t.time());
    strings.write(out, t.cameUnder().text());
    strings.write(out, t.actor().kept());
    writeSetting(out, strings, t.setting());
    writeEmotion(out, strings, t.emotion());
    out.writeText(t.text());
    PropertyCodec.writeAll(out, strings, t.properties());
  }

  private static Touchpoint read(ByteSource in, Strings.Reader strings, long time) {
    String id = in.readText();
    String type = strings.read(in);
    long arrival = time + in.readSigned();
    CustomerKey cameUnder = CustomerKey.parse(strings.read(in));
    String kept = strings.read(in);
    Actor actor = Actor.ofKept(kept).orElseThrow(() -> Form.ACTOR.unknown(kept));
    Setting setting = readSetting(in, strings);
    Optional<Emotion> emotion = readEmotion(in, strings);
    String text = in.readText();
    return new Touchpoint(
        id,
        type,
        time,
        cameUnder,
        actor,
        setting,
        emotion,
        text,
        PropertyCodec.readAll(in, strings),
        arrival);
  }

  private static void writeSetting(ByteSink out, Strings.Writer strings, Setting s) {
    List<String> texts =
        List.of(
            s.channel(),
            s.session(),
            s.contact(),
            s.caseId(),
            s.account(),
            s.place(),
            s.region(),
            s.stage(),
            s.anonymous());
    int present = 0;
    for (int i = 0; i < texts.size(); i++) {
      present |= texts.get(i).isEmpty() ? 0 : 1 << i;
    }
    out.writeVarint(present);
    texts.stream().filter(text -> !text.isEmpty()).forEach(text -> strings.write(out, text));
    out.writeVarint(s.values().size());
    s.values().forEach(value -> strings.write(out, value));
  }

  static Setting readSetting(ByteSource in, Strings.Reader strings) {
    long present = in.readVarint();
    String[] texts = new String[SETTING_TEXTS];
    if (present >>> SETTING_TEXTS != 0) {
      throw Form.SETTING.unknown(Long.SIZE - 1 - Long.numberOfLeadingZeros(present));
    }
    for (int i = 0; i < texts.length; i++) {
      texts[i] = (present & (1L << i)) != 0 ? strings.read(in) : "";
    }
    int count = in.readSize();
    List<String> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(strings.read(in));
    }
    return new Setting(
        texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8],
        values);
  }

  private static void writeEmotion(ByteSink out, Strings.Writer strings, Optional<Emotion> known) {
    if (known.isEmpty()) {
      out.writeByte(NONE);
      return;
    }
    Emotion emotion = known.get();
    out.writeByte(emotion.epoch() == 0 ? PLAIN : LEARNED);
    out.writeDouble(emotion.valence());
    out.writeDouble(emotion.arousal());
    strings.write(out, emotion.label());
    out.writeDouble(emotion.confidence());
    strings.write(out, emotion.source());
    if (emotion.epoch() != 0) {
      out.writeVarint(emotion.epoch());
    }
  }

  static Optional<Emotion> readEmotion(ByteSource in, Strings.Reader strings) {
    int form = in.readByte();
    return switch (form) {
      case NONE -> Optional.empty();
      case PLAIN, LEARNED ->
          Optional.of(
              new Emotion(
                  in.readDouble(),
                  in.readDouble(),
                  strings.read(in),
                  in.readDouble(),
                  strings.read(in),
                  form == LEARNED ? in.readVarint() : 0));
      default -> throw Form.EMOTION.unknown(form);
    };
  }
}
