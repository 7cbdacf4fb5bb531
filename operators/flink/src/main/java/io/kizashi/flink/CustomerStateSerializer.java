package io.kizashi.flink;

import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** A customer's state, in its versioned binary form. */
public final class CustomerStateSerializer extends BlobSerializer<CustomerState> {
  private static final long serialVersionUID = 1L;

  @Override
  byte[] encode(CustomerState value) {
    return value.encode();
  }

  @Override
  CustomerState decode(byte[] bytes) {
    return CustomerState.decodeOrKeep(bytes);
  }

  @Override
  public CustomerState createInstance() {
    return CustomerState.EMPTY;
  }

  @Override
  public TypeSerializerSnapshot<CustomerState> snapshotConfiguration() {
    return new CustomerStateSerializerSnapshot();
  }
}
