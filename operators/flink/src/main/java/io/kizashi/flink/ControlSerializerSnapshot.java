package io.kizashi.flink;

import io.kizashi.schema.Control;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/** What a savepoint says of {@link ControlSerializer}. The name is final. */
public final class ControlSerializerSnapshot extends SimpleTypeSerializerSnapshot<Control> {
  /** Called by Flink at a restore. */
  public ControlSerializerSnapshot() {
    super(ControlSerializer::new);
  }
}
