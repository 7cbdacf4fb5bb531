package io.kizashi.flink;

import io.kizashi.schema.Pause;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** What a task remembers of controls. The name stands in savepoints: final. */
public final class MemorySerializer extends BlobSerializer<Memory> {
  private static final long serialVersionUID = 1L;
  private static final int HEAD = Integer.BYTES + Long.BYTES;
  private static final ControlSerializer CONTROLS = new ControlSerializer();

  @Override
  byte[] encode(Memory memory) {
    byte[] control = CONTROLS.encode(memory.control());
    return ByteBuffer.allocate(HEAD + control.length)
        .putInt(memory.kind().code())
        .putLong(memory.at())
        .put(control)
        .array();
  }

  @Override
  Memory decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int code = in.getInt();
    Memory.Kind kind =
        Optional.ofNullable(Memory.Kind.BY_CODE.get(code))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "control state of kind "
                            + code
                            + " is not known to this release; restore with the one that wrote it"));
    long at = in.getLong();
    byte[] control = new byte[in.remaining()];
    in.get(control);
    return new Memory(kind, at, CONTROLS.decode(control));
  }

  @Override
  public Memory createInstance() {
    return new Memory(
        Memory.Kind.PAUSE, 0, new Pause(new Pause.Target("sell", "", ""), false, "", ""));
  }

  @Override
  public TypeSerializerSnapshot<Memory> snapshotConfiguration() {
    return new MemorySerializerSnapshot();
  }
}
