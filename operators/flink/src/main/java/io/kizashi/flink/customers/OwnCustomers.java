package io.kizashi.flink.customers;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Which customers are a task's: each is exactly one's. */
public final class OwnCustomers {
  private final int keyGroups;
  private final KeyGroupRange own;

  /** Those of one task of a stage. */
  public OwnCustomers(TaskInfo task) {
    this.keyGroups = task.getMaxNumberOfParallelSubtasks();
    this.own =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            keyGroups, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask());
  }

  /** Whether a customer is one of them. */
  public boolean hold(String customer) {
    return own.contains(KeyGroupRangeAssignment.assignToKeyGroup(customer, keyGroups));
  }
}
