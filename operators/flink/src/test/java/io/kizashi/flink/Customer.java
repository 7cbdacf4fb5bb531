package io.kizashi.flink;

import io.kizashi.schema.state.CustomerState;
import java.util.List;

/**
 * What a task holds of a customer.
 *
 * @param timers that are registered, milliseconds since the epoch
 */
record Customer(String key, CustomerState state, List<Long> timers) {}
