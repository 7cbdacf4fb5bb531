package io.kizashi.language.mutation;

import io.kizashi.language.rehearsal.Happening;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A change of decisions that no test has noticed.
 *
 * @param mutation the change
 * @param story of what a customer may do, that shows it
 * @param before what stands at its end by the rulebook as it is
 * @param after what stands there with the change
 */
public record Survivor(
    Mutation mutation, Story story, List<Happening> before, List<Happening> after) {
  /** Copies the lists. */
  public Survivor {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether a test of the story could have noticed: tests expect moments, times and actions. */
  boolean isExpectable() {
    return before.size() != after.size()
        || IntStream.range(0, before.size()).anyMatch(i -> !before.get(i).looksLike(after.get(i)));
  }
}
