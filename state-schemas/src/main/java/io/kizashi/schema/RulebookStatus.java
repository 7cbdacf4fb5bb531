package io.kizashi.schema;

import java.util.List;

/**
 * What one task of the engine made of a published rulebook.
 *
 * @param file where the rulebook came from
 * @param rulebook its name, version and hash
 * @param percent percent of the customers that follow it
 * @param word what became of it
 * @param problems why it was refused, as rendered for people; empty when adopted
 * @param task which task speaks, from 0
 * @param tasks how many tasks there are
 */
public record RulebookStatus(
    String file,
    RulebookRef rulebook,
    int percent,
    Word word,
    List<String> problems,
    int task,
    int tasks) {
  /** Copies the problems. */
  public RulebookStatus {
    problems = List.copyOf(problems);
  }

  /** What became of a rulebook. */
  public enum Word {
    /** It is in force. */
    ADOPTED("adopted"),
    /** It does not compile. */
    BROKEN("broken"),
    /** Its version was taken before, by another text. */
    CONFLICT("conflict"),
    /** A higher version is in force. */
    OUTDATED("outdated");

    private final String wire;

    Word(String wire) {
      this.wire = wire;
    }

    /** As records spell it. */
    public String wire() {
      return wire;
    }
  }

  /** Whether it is in force on that task. */
  public boolean adopted() {
    return word == Word.ADOPTED;
  }
}
