package io.kizashi.flink;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/** What a savepoint says of {@link MemorySerializer}. The name is final. */
public final class MemorySerializerSnapshot extends SimpleTypeSerializerSnapshot<Memory> {
  /** Called by Flink at a restore. */
  public MemorySerializerSnapshot() {
    super(MemorySerializer::new);
  }
}
