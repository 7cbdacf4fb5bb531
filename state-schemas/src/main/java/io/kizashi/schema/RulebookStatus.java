package io.kizashi.schema;

import java.util.List;

/**
 * What one task of the engine made of a rulebook.
 *
 * @param file where the rulebook came from
 * @param rulebook its name, version and hash; the name is empty where the text does not tell it
 * @param adopted whether it is in force on that task
 * @param problems why it was refused, as rendered for people; empty when adopted
 * @param task which task speaks, from 0
 */
public record RulebookStatus(
    String file, RulebookRef rulebook, boolean adopted, List<String> problems, int task) {
  /** Copies the problems. */
  public RulebookStatus {
    problems = List.copyOf(problems);
  }
}
