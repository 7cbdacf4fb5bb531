package io.kizashi.language.read;

import io.kizashi.core.rules.Deadline;
import io.kizashi.core.rules.Rules.Settings;
import io.kizashi.core.rules.Step;
import io.kizashi.core.time.Durations;
import io.kizashi.language.yaml.Mark;
import io.kizashi.language.yaml.Problems;
import java.util.List;

/** Works out how far back a pattern looks, and whether touchpoints are retained for so long. */
final class HorizonReader {
  private final Settings settings;
  private final long mostRetained;
  private final Problems problems;

  /**
   * A reader of horizons.
   *
   * @param mostRetained milliseconds that touchpoints can be retained at most
   */
  HorizonReader(Settings settings, long mostRetained, Problems problems) {
    this.settings = settings;
    this.mostRetained = mostRetained;
    this.problems = problems;
  }

  /**
   * Milliseconds from the first touchpoint of a pattern to its end; {@link Long#MAX_VALUE} where
   * nothing bounds them.
   */
  long of(List<Step> steps, Mark at) {
    long horizon = steps.get(0).fit().looksForSessions() ? settings.sessions().gap() : 0;
    boolean unbounded = false;
    for (int i = 0; i < steps.size(); i++) {
      long more = longest(steps.get(i), i == 0);
      unbounded |= more == Long.MAX_VALUE;
      horizon += more == Long.MAX_VALUE ? 0 : more;
    }
    if (horizon + settings.disorder() > mostRetained) {
      problems.error(
          at,
          "window_beyond_history",
          "this pattern spans "
              + Durations.text(horizon)
              + ", but touchpoints are retained for "
              + Durations.text(mostRetained),
          "raise history: { for: … } above the span and disorder, or shorten the pattern");
    }
    return unbounded ? Long.MAX_VALUE : horizon;
  }

  /** How long a step lasts at most; {@link Long#MAX_VALUE} where nothing says so. */
  private static long longest(Step step, boolean first) {
    if (step instanceof Step.Absence absence) {
      long longest = absence.deadline().longest();
      return longest == Deadline.FARTHEST ? Long.MAX_VALUE : longest;
    }
    Step.Event event = (Step.Event) step;
    if (first) {
      return event.isRepeated() ? event.within() : 0;
    }
    return event.isRepeated() ? Long.MAX_VALUE : event.within();
  }
}
