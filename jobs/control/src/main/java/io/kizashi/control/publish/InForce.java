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
record InForce(int tasks, SortedMap<Integer, Answer> byTask) {
  /** Folds the answers of one rulebook, in their order. An engine of another size starts anew. */
  static InForce of(List<Answer> answers) {
    int tasks = answers.isEmpty() ? 0 : answers.get(answers.size() - 1).status().tasks();
    SortedMap<Integer, Answer> byTask = new TreeMap<>();
    for (Answer answer : answers) {
      if (answer.status().adopted() && answer.status().tasks() == tasks) {
        byTask.merge(
            answer.status().task(), answer, (before, now) -> same(before, now) ? before : now);
      }
    }
    return new InForce(tasks, byTask);
  }

  private static boolean same(Answer a, Answer b) {
    return rules(a).equals(rules(b));
  }

  /** In the order of the tasks. */
  public Collection<Answer> answers() {
    return byTask.values();
  }

  /** Whether all tasks have spoken and say the same. */
  public boolean agreed() {
    return tasks > 0
        && byTask.size() == tasks
        && answers().stream().map(InForce::rules).distinct().count() == 1;
  }

  private static List<Object> rules(Answer answer) {
    return List.of(answer.status().rulebook(), answer.status().percent());
  }

  /** The highest version that a task decides by; 0 where none has spoken. */
  public long version() {
    return answers().stream().mapToLong(Answer::version).max().orElse(0);
  }
}
