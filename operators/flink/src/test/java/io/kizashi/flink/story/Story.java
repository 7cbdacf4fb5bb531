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
public record Story(RulebookDocument submitted, int tasks, List<Step> steps) {
  /** Copies the steps. */
  public Story {
    steps = List.copyOf(steps);
  }
}
