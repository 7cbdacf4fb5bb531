package io.kizashi.language.rehearsal;

import io.kizashi.language.read.RulebookTest;
import io.kizashi.language.read.RulebookTest.Expectation;
import io.kizashi.schema.Recommendation.Candidate;
import java.util.List;

/**
 * How a test of a rulebook went.
 *
 * @param test the test
 * @param missing what was expected and did not come, in the order of the test
 * @param unexpected what stands and was not expected, in the order of detection
 * @param late ids of touchpoints that came too late for the history, so that the engine dropped
 *     them: the test did not tell what it seems to
 * @param lost the actions that are missing, where they could have been chosen and were not
 */
public record Result(
    RulebookTest test,
    List<Expectation> missing,
    List<Happening> unexpected,
    List<String> late,
    List<Candidate> lost) {
  /** Copies the lists. */
  public Result {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
    late = List.copyOf(late);
    lost = List.copyOf(lost);
  }

  /** Whether exactly what was expected happened. */
  public boolean ok() {
    return missing.isEmpty() && unexpected.isEmpty() && late.isEmpty();
  }
}
