package io.kizashi.language.read;

import io.kizashi.core.rules.Rules;
import io.kizashi.language.plan.TrackingPlan;
import io.kizashi.language.yaml.Problem;
import java.util.List;
import java.util.Optional;

/** What the compiler makes of a rulebook's text. */
public sealed interface Compilation {
  /** Every problem found, in the order of the text. */
  List<Problem> problems();

  /**
   * Rules that can be run.
   *
   * @param rules the compiled rules
   * @param tests what the rulebook says of itself, in its order
   * @param plan what sources have agreed to send; empty where the rulebook says nothing of it
   * @param problems warnings only
   */
  record Compiled(
      Rules rules, List<RulebookTest> tests, Optional<TrackingPlan> plan, List<Problem> problems)
      implements Compilation {
    /** Copies the lists. */
    public Compiled {
      tests = List.copyOf(tests);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A text that can't be run.
   *
   * @param problems at least one of them an error
   */
  record Refused(List<Problem> problems) implements Compilation {}
}
