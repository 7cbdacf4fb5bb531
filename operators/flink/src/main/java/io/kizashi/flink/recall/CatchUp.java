package io.kizashi.flink.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Tells when a task that reads has read all that lay in a partition when the job started again.
 * Which partitions are its own it learns from what it reads. Of those in which nothing lies behind
 * the checkpoint the first task tells: nobody else will come across them.
 */
public final class CatchUp {
  /** Stands in every savepoint. */
  private static final String POSITIONS = "positions";

  /** The task that speaks for partitions in which nothing is to be read. */
  private static final int SPEAKER = 0;

  private final ListState<Tuple2<Integer, Long>> state;
  private final int task;
  private final Map<Integer, Long> waiting = new HashMap<>();
  private final Map<Integer, Long> positions = new HashMap<>();
  private final List<Integer> quiet = new ArrayList<>();
  private int partitions;

  /**
   * Asks where the input ends, where the job was started from a checkpoint.
   *
   * @param task this one's number, from 0
   */
  public CatchUp(StateInitializationContext context, InputEnds ends, int task) throws Exception {
    this.task = task;
    this.state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(POSITIONS, Types.TUPLE(Types.INT, Types.LONG)));
    if (context.isRestored()) {
      restore(ends.read());
    }
  }

  private void restore(Map<Integer, Long> ends) throws Exception {
    Map<Integer, Long> restored = new HashMap<>();
    for (Tuple2<Integer, Long> position : state.get()) {
      restored.merge(position.f0, position.f1, Math::max);
    }
    partitions = ends.size();
    for (int partition : new TreeSet<>(ends.keySet())) {
      long end = ends.getOrDefault(partition, 0L);
      boolean isRead = restored.getOrDefault(partition, -1L) == end || end == 0;
      if (isRead && task == SPEAKER) {
        quiet.add(partition);
      } else {
        waiting.put(partition, end);
      }
    }
    if (task == SPEAKER) {
      positions.putAll(restored); // of partitions that nobody reads from they would be lost
    }
  }

  /** Partitions of which the start of the job had read all. */
  public List<Integer> quiet() {
    return quiet;
  }

  /** How many partitions there were at the start. */
  public int partitions() {
    return partitions;
  }

  /** Takes note of a record; whether it is the one that ends a partition. */
  public boolean ends(int partition, long offset) {
    positions.put(partition, offset + 1);
    if (waiting.isEmpty()) {
      return false;
    }
    Long end = waiting.get(partition);
    return end != null && offset + 1 >= end && waiting.remove(partition) != null;
  }

  /** Before a checkpoint is taken. */
  public void snapshot() throws Exception {
    List<Tuple2<Integer, Long>> all = new ArrayList<>();
    positions.forEach((partition, next) -> all.add(Tuple2.of(partition, next)));
    state.update(all);
  }

  /**
   * Keys that lead to every task of a stage, however many it has: one for each key group. None is a
   * customer's.
   *
   * @param keyGroups the stage's maximum parallelism
   */
  public static List<String> keysToAll(int keyGroups) {
    Map<Integer, String> keys = new HashMap<>();
    for (int i = 0; keys.size() < keyGroups; i++) {
      String key = "/" + i;
      keys.putIfAbsent(KeyGroupRangeAssignment.assignToKeyGroup(key, keyGroups), key);
    }
    return List.copyOf(keys.values());
  }
}
