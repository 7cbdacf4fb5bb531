package io.kizashi.flink.story;

import io.kizashi.schema.RulebookDocument;
import java.util.List;

/**
 * All that happens in one run.
 *
 * @param submitted the rulebook that travels with the job
 * @param tasks how many tasks it starts with
 * @param steps what happens, in order
 */
public record CustomersStory(RulebookDocument submitted, int tasks, List<StoryStep> steps) {
  /** Copies the steps. */
  public CustomersStory {
    steps = List.copyOf(steps);
  }
}
