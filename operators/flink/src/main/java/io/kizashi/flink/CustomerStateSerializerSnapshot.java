package io.kizashi.flink;

import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;

/**
 * What a savepoint says of {@link CustomerStateSerializer}. Savepoints name this class: under
 * another name none of them could be restored.
 */
public final class CustomerStateSerializerSnapshot
    extends SimpleTypeSerializerSnapshot<CustomerState> {
  /** Called by Flink at a restore. */
  public CustomerStateSerializerSnapshot() {
    super(CustomerStateSerializer::new);
  }
}
