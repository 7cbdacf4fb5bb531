package io.kizashi.flink;

import io.kizashi.flink.Arrival.Reached;
import io.kizashi.flink.Arrival.Touched;
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

/** What is under way between two tasks: a byte for its kind, then the kind's own form. */
public final class ArrivalSerializer extends BlobSerializer<Arrival> {
  private static final long serialVersionUID = 1L;
  private static final byte TOUCHED = 1;
  private static final byte REACHED = 2;
  private static final int HEAD = Byte.BYTES + 2 * Integer.BYTES + Long.BYTES;

  @Override
  byte[] encode(Arrival arrival) {
    if (arrival instanceof Touched touched) {
      return encode(touched);
    }
    if (arrival instanceof Reached reached) {
      return encode(reached);
    }
    throw new IllegalStateException("no byte stands for the kind of " + arrival.getClass());
  }

  @Override
  Arrival decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte kind = in.get();
    if (kind == TOUCHED) {
      return touched(in);
    }
    if (kind == REACHED) {
      return reached(in);
    }
    throw new IllegalStateException("an arrival of kind " + kind + " is not known to this release");
  }

  private static byte[] encode(Touched touched) {
    Origin origin = touched.origin();
    byte[] topic = origin.topic().getBytes(StandardCharsets.UTF_8);
    byte[] touchpoint = TouchpointCodec.encode(touched.touchpoint());
    return ByteBuffer.allocate(HEAD + topic.length + touchpoint.length)
        .put(TOUCHED)
        .putInt(origin.partition())
        .putLong(origin.offset())
        .putInt(topic.length)
        .put(topic)
        .put(touchpoint)
        .array();
  }

  private static byte[] encode(Reached reached) {
    byte[] key = reached.key().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Byte.BYTES + 2 * Integer.BYTES + key.length)
        .put(REACHED)
        .putInt(reached.partition())
        .putInt(reached.partitions())
        .put(key)
        .array();
  }

  private static Reached reached(ByteBuffer in) {
    int partition = in.getInt();
    int partitions = in.getInt();
    byte[] key = new byte[in.remaining()];
    in.get(key);
    return new Reached(new String(key, StandardCharsets.UTF_8), partition, partitions);
  }

  private static Touched touched(ByteBuffer in) {
    int partition = in.getInt();
    long offset = in.getLong();
    byte[] topic = new byte[in.getInt()];
    in.get(topic);
    byte[] touchpoint = new byte[in.remaining()];
    in.get(touchpoint);
    return new Touched(
        new Origin(new String(topic, StandardCharsets.UTF_8), partition, offset),
        TouchpointCodec.decode(touchpoint));
  }

  @Override
  public Arrival createInstance() {
    return new Touched(
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
  public TypeSerializerSnapshot<Arrival> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Never in a savepoint's state, only in its data under way. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrival> {
    /** Called by Flink at a restore. */
    public Snapshot() {
      super(ArrivalSerializer::new);
    }
  }
}
