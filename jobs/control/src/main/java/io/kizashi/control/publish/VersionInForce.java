package io.kizashi.control.publish;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each task of the engine decides by, as far as the tasks have said so.
 *
 * @param tasks how many there are; 0 where none has spoken
 * @param byTask the first of a task's answers that name the rulebook it has now
 */
public record VersionInForce(int tasks, SortedMap<Integer, TaskAnswer> byTask) {
  /** Folds the answers of one rulebook, in their order. An engine of another size starts anew. */
  static VersionInForce of(List<TaskAnswer> answers) {
    int tasks = answers.isEmpty() ? 0 : answers.get(answers.size() - 1).status().tasks();
    SortedMap<Integer, TaskAnswer> byTask = new TreeMap<>();
    for (TaskAnswer answer : answers) {
      if (answer.status().adopted() && answer.status().tasks() == tasks) {
        byTask.merge(
            answer.status().task(), answer, (before, now) -> same(before, now) ? before : now);
      }
    }
    return new VersionInForce(tasks, byTask);
  }

  private static boolean same(TaskAnswer a, TaskAnswer b) {
    return rules(a).equals(rules(b));
  }

  /** In the order of the tasks. */
  public Collection<TaskAnswer> answers() {
    return byTask.values();
  }

  /** Whether all tasks have spoken and say the same. */
  public boolean agreed() {
    return tasks > 0
        && byTask.size() == tasks
        && answers().stream().map(VersionInForce::rules).distinct().count() == 1;
  }

  private static List<Object> rules(TaskAnswer answer) {
    return List.of(answer.status().rulebook(), answer.status().percent());
  }

  /** The highest version that a task decides by; 0 where none has spoken. */
  public long version() {
    return answers().stream().mapToLong(TaskAnswer::version).max().orElse(0);
  }
}
