package io.kizashi.language.mutation;

import java.util.List;

/**
 * How many slips a rulebook's tests notice.
 *
 * @param found changes that there are of the text; more than were tried where they are very many
 * @param refused those that do not compile: nobody needs a test for them
 * @param noticed those that some test failed on
 * @param survivors those that change decisions, and no test failed
 * @param unspoken those that change channels, words or times of sending only, which no test can
 *     expect
 * @param equivalent those that change nothing on all stories that were tried
 * @param stories how many were tried
 */
public record MutationScore(
    int found,
    int refused,
    int noticed,
    List<Survivor> survivors,
    List<Survivor> unspoken,
    List<Mutation> equivalent,
    int stories) {
  private static final int PERCENT = 100;

  /** Copies the lists. */
  public MutationScore {
    survivors = List.copyOf(survivors);
    unspoken = List.copyOf(unspoken);
    equivalent = List.copyOf(equivalent);
  }

  /** Changes of decisions that tests can expect. */
  public int countable() {
    return noticed + survivors.size();
  }

  /** The share of them that was noticed, rounded down: 100 only where all were. */
  public int percent() {
    return countable() == 0 ? PERCENT : noticed * PERCENT / countable();
  }

  /** How many were tried. */
  public int tried() {
    return refused + countable() + unspoken.size() + equivalent.size();
  }
}
