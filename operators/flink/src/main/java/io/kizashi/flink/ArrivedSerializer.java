package io.kizashi.flink;

import io.kizashi.schema.Actor;
import io.kizashi.schema.CustomerKey;
import io.kizashi.schema.Origin;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.TouchpointCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** A touchpoint between two tasks: its origin, then its own binary form. */
public final class ArrivedSerializer extends BlobSerializer<Arrived> {
  private static final long serialVersionUID = 1L;
  private static final int FIXED = 2 * Integer.BYTES + Long.BYTES;

  @Override
  byte[] encode(Arrived value) {
    Origin origin = value.origin();
    byte[] topic = origin.topic().getBytes(StandardCharsets.UTF_8);
    byte[] touchpoint = TouchpointCodec.encode(value.touchpoint());
    return ByteBuffer.allocate(FIXED + topic.length + touchpoint.length)
        .putInt(origin.partition())
        .putLong(origin.offset())
        .putInt(topic.length)
        .put(topic)
        .put(touchpoint)
        .array();
  }

  @Override
  Arrived decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int partition = in.getInt();
    long offset = in.getLong();
    byte[] topic = new byte[in.getInt()];
    in.get(topic);
    byte[] touchpoint = new byte[in.remaining()];
    in.get(touchpoint);
    return new Arrived(
        new Origin(new String(topic, StandardCharsets.UTF_8), partition, offset),
        TouchpointCodec.decode(touchpoint));
  }

  @Override
  public Arrived createInstance() {
    return new Arrived(
        new Origin("", 0, 0),
        new Touchpoint(
            "",
            "",
            0,
            CustomerKey.guest("none"),
            Actor.CUSTOMER,
            new Setting("", "", "", "", "", "", "", "", "", List.of()),
            Optional.empty(),
            "",
            Map.of(),
            0));
  }

  @Override
  public TypeSerializerSnapshot<Arrived> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Never in a savepoint's state, only in its data under way. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrived> {
    /** Called by Flink at a restore. */
    public Snapshot() {
      super(ArrivedSerializer::new);
    }
  }
}
