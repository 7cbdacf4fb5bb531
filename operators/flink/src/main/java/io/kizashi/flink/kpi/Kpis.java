package io.kizashi.flink.kpi;

import io.kizashi.core.decide.DecisionCounts;
import io.kizashi.schema.Bounds;
import io.kizashi.schema.DecisionKpi;
import io.kizashi.schema.RulebookRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up what is decided by each rulebook, in windows of proven time. The sums of the window that
 * is open are lost with the task.
 */
public final class Kpis {
  /** Milliseconds. Short enough for a rollout to be stopped within a minute. */
  private static final long WINDOW = 10_000;

  /** Nothing is proven yet, so no window is open. */
  private static final long UNPROVEN = Long.MIN_VALUE;

  private final int task;
  private final int tasks;
  private final Map<RulebookRef, DecisionCounts> open = new HashMap<>();
  private long proven = UNPROVEN;

  /**
   * Starts with nothing.
   *
   * @param task which task counts, from 0
   * @param tasks how many there are
   */
  public Kpis(int task, int tasks) {
    this.task = task;
    this.tasks = tasks;
  }

  /** Something was decided by a rulebook. A rulebook without anything to count gets no record. */
  public void add(RulebookRef rules, DecisionCounts counts) {
    if (!counts.equals(DecisionCounts.NONE)) {
      open.merge(rules, counts, DecisionCounts::plus);
    }
  }

  /** The sums of the windows that are over now that time is proven up to some point. */
  public List<DecisionKpi> proven(long time) {
    long before = proven;
    proven = Math.max(time, before);
    if (before == UNPROVEN || before / WINDOW == proven / WINDOW) {
      return List.of();
    }
    long from = before / WINDOW * WINDOW;
    long to = Math.min(proven / WINDOW * WINDOW, Bounds.LATEST);
    List<DecisionKpi> over = new ArrayList<>();
    open.forEach((rules, counts) -> over.add(counts.over(from, to, rules, task, tasks)));
    open.clear();
    return over;
  }
}
