package io.kizashi.flink;

import io.kizashi.schema.Control;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/**
 * What a savepoint says of {@link ControlSerializer}. Savepoints name this class: under another
 * name none of them could be restored.
 */
public final class ControlSerializerSnapshot extends SimpleTypeSerializerSnapshot<Control> {
  /** Called by Flink at a restore. */
  public ControlSerializerSnapshot() {
    super(ControlSerializer::new);
  }
}
