package io.kizashi.flink;

import io.kizashi.flink.control.ControlRecord;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/**
 * What a savepoint says of {@link ControlRecordSerializer}. Savepoints name this class: under
 * another name none of them could be restored.
 */
public final class MemorySerializerSnapshot extends SimpleTypeSerializerSnapshot<ControlRecord> {
  /** Called by Flink at a restore. */
  public MemorySerializerSnapshot() {
    super(ControlRecordSerializer::new);
  }
}
