package io.kizashi.local.cluster;

import java.util.List;
import java.util.Set;

/**
 * A job as its JobManager tells of it.
 *
 * @param state by Flink's name, such as RUNNING
 * @param checkpoints completed since it was submitted
 * @param tasks of all stages; none before it is planned
 */
public record JobView(String id, String state, long checkpoints, List<Task> tasks) {
  private static final String RUNNING = "RUNNING";
  private static final Set<String> OVER = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  /**
   * A part of a stage.
   *
   * @param stage the names of its operators
   * @param number from 1
   * @param attempt how often it was begun before
   * @param taskManager the id of where it runs; empty while that is open
   */
  record Task(String stage, int number, int of, String status, int attempt, String taskManager) {}

  public JobView {
    tasks = List.copyOf(tasks);
  }

  public boolean isOver() {
    return OVER.contains(state);
  }

  /**
   * Whether every task works. A JobManager takes seconds to notice that a process is gone.
   *
   * @param alive ids of the TaskManagers that live
   */
  boolean isRunning(Set<String> alive) {
    return state.equals(RUNNING)
        && !tasks.isEmpty()
        && tasks.stream()
            .allMatch(task -> task.status().equals(RUNNING) && alive.contains(task.taskManager()));
  }

  /** How often its tasks had to begin again: they all do when one fails. */
  int restarts() {
    return tasks.stream().mapToInt(Task::attempt).max().orElse(0);
  }
}
