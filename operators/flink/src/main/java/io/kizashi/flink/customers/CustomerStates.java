package io.kizashi.flink.customers;

import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The states of a task's customers, each that of the current key. Every read and every write goes
 * through here, so that a cache can stand between the operator and the store.
 */
public final class CustomerStates {
  private final ValueState<CustomerState> store;

  /** Over a store of one value a customer; none stands for {@link CustomerState#EMPTY}. */
  public CustomerStates(ValueState<CustomerState> store) {
    this.store = store;
  }

  /** The current customer's state. */
  public CustomerState read() throws Exception {
    @Nullable CustomerState known = store.value();
    return known == null ? CustomerState.EMPTY : known;
  }

  /** Keeps the current customer's state. */
  public void write(CustomerState state) throws Exception {
    store.update(state);
  }
}
