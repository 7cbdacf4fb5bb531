package io.kizashi.flink;

import io.kizashi.core.decide.Verdict;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.DecisionKpi;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what is decided for the customers of each rulebook, in windows of proven time. The counts
 * of the window that is open are lost with the task.
 */
final class Kpis {
  /** Short enough for a rollout to be stopped within a minute. */
  private static final long WINDOW = 10_000;

  private static final String OUTCOME = ReservedTypes.RECOMMENDATION_OUTCOME;
  private static final Set<String> NEGATIVE =
      Set.of("declined", "dismissed", "unhelpful", "failed", "unfollowed");

  private final int task;
  private final int tasks;
  private final Map<RulebookRef, Counts> open = new HashMap<>();
  private long proven = Long.MIN_VALUE;

  Kpis(int task, int tasks) {
    this.task = task;
    this.tasks = tasks;
  }

  private static final class Counts {
    private final Map<String, Long> withheld = new HashMap<>();
    private long touchpoints;
    private long moments;
    private long momentsRetracted;
    private long recommendations;
    private long recommendationsRetracted;
    private long negative;

    void add(Verdict verdict) {
      for (Moment moment : verdict.moments()) {
        switch (moment.status()) {
          case DETECTED -> moments++;
          case RETRACTED -> momentsRetracted++;
        }
      }
      for (Recommendation recommendation : verdict.recommendations()) {
        switch (recommendation.status()) {
          case ISSUED -> recommendations++;
          case RETRACTED -> recommendationsRetracted++;
        }
      }
      verdict.trace().withheld().forEach(it -> withheld.merge(it.reason(), 1L, Long::sum));
    }
  }

  /** A touchpoint became part of a history. */
  void folded(Touchpoint touchpoint, RulebookRef rules) {
    Counts counts = open.computeIfAbsent(rules, r -> new Counts());
    counts.touchpoints++;
    if (touchpoint.type().equals(OUTCOME)
        && touchpoint.properties().get("outcome") instanceof String outcome
        && NEGATIVE.contains(outcome)) {
      counts.negative++;
    }
  }

  /** Something was decided. */
  void add(Verdict verdict, RulebookRef rules) {
    boolean quiet =
        verdict.moments().isEmpty()
            && verdict.recommendations().isEmpty()
            && verdict.trace().withheld().isEmpty();
    if (!quiet) {
      open.computeIfAbsent(rules, r -> new Counts()).add(verdict);
    }
  }

  /** The counts of the windows that are over now that time is proven up to some point. */
  List<DecisionKpi> proven(long time) {
    long before = proven;
    proven = Math.max(time, before);
    if (before == Long.MIN_VALUE || before / WINDOW == proven / WINDOW) {
      return List.of();
    }
    long from = before / WINDOW * WINDOW;
    long to = Math.min(proven / WINDOW * WINDOW, Bounds.LATEST);
    List<DecisionKpi> over = new ArrayList<>();
    open.forEach((rules, counts) -> over.add(kpi(rules, counts, from, to)));
    open.clear();
    return over;
  }

  private DecisionKpi kpi(RulebookRef rules, Counts counts, long from, long to) {
    return new DecisionKpi(
        from,
        to,
        rules,
        task,
        tasks,
        counts.touchpoints,
        counts.moments,
        counts.momentsRetracted,
        counts.recommendations,
        counts.recommendationsRetracted,
        counts.withheld,
        counts.negative);
  }
}
