package io.kizashi.flink.customers;

import io.kizashi.schema.state.CustomerState;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * The states of a task's customers, each that of the current key. Every read and every write goes
 * through here, so that a cache can stand between the operator and the store.
 */
public final class CustomerStates {
  /** Stands in every savepoint: under another name all customers would be forgotten. */
  static final String NAME = "customer";

  private final ValueState<CustomerState> store;

  /** One value a customer, of a type; none stands for {@link CustomerState#EMPTY}. */
  public CustomerStates(RuntimeContext context, TypeInformation<CustomerState> type) {
    this.store = context.getState(new ValueStateDescriptor<>(NAME, type));
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
