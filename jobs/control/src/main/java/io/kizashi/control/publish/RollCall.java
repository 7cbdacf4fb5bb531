package io.kizashi.control.publish;

import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.RulebookStatus.Word;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which tasks have answered a publication.
 *
 * @param asked the publication
 * @param tasks how many there are; 0 where none has answered
 * @param byTask each task's newest answer, to this publication or for a higher version
 */
public record RollCall(RulebookRef asked, int tasks, SortedMap<Integer, TaskAnswer> byTask) {
  /** Folds the answers of one rulebook, in their order. */
  static RollCall of(RulebookRef asked, List<TaskAnswer> answers) {
    int tasks = 0;
    SortedMap<Integer, TaskAnswer> byTask = new TreeMap<>();
    for (TaskAnswer answer : answers) {
      boolean higher = answer.status().adopted() && answer.version() > asked.version();
      if (higher || answer.status().rulebook().equals(asked)) {
        if (answer.status().tasks() != tasks) {
          // Started anew with another number of tasks: all of them speak again.
          byTask.clear();
          tasks = answer.status().tasks();
        }
        byTask.put(answer.status().task(), answer);
      }
    }
    return new RollCall(asked, tasks, byTask);
  }

  /** Whether every task has answered. */
  boolean complete() {
    return tasks > 0 && byTask.size() == tasks;
  }

  /** Tasks that decide by it. */
  public long adopted() {
    return byTask.values().stream()
        .filter(answer -> answer.status().adopted() && answer.version() == asked.version())
        .count();
  }

  /** Whether a task has a higher version. */
  boolean overtaken() {
    return byTask.values().stream()
        .anyMatch(
            answer ->
                answer.version() > asked.version() || answer.status().word().equals(Word.OUTDATED));
  }

  /** The highest version that a task names. */
  long highest() {
    return byTask.values().stream().mapToLong(TaskAnswer::version).max().orElse(asked.version());
  }

  /** Answers of tasks that do not take it, a higher version apart. */
  public List<TaskAnswer> refusals() {
    return byTask.values().stream()
        .filter(answer -> !answer.status().adopted())
        .filter(answer -> !answer.status().word().equals(Word.OUTDATED))
        .toList();
  }
}
