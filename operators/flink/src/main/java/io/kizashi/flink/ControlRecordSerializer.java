package io.kizashi.flink;

import io.kizashi.flink.control.ControlRecord;
import io.kizashi.schema.Pause;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** What a task leaves in a checkpoint about controls: kind, time, and the control's own form. */
public final class ControlRecordSerializer extends BlobSerializer<ControlRecord> {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = Integer.BYTES + Long.BYTES;
  private static final ControlSerializer CONTROLS = new ControlSerializer();

  @Override
  byte[] encode(ControlRecord record) {
    byte[] control = CONTROLS.encode(record.control());
    return ByteBuffer.allocate(HEAD + control.length)
        .putInt(record.kind().code())
        .putLong(record.at())
        .put(control)
        .array();
  }

  @Override
  ControlRecord decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ControlRecord.Kind kind = ControlRecord.Kind.of(in.getInt());
    long at = in.getLong();
    byte[] control = new byte[in.remaining()];
    in.get(control);
    return new ControlRecord(kind, at, CONTROLS.decode(control));
  }

  @Override
  public ControlRecord createInstance() {
    return new ControlRecord(
        ControlRecord.Kind.PAUSE, 0, new Pause(new Pause.Target("sell", "", ""), false, "", ""));
  }

  @Override
  public TypeSerializerSnapshot<ControlRecord> snapshotConfiguration() {
    return new MemorySerializerSnapshot();
  }
}
