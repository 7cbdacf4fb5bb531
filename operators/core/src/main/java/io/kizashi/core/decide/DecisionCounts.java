package io.kizashi.core.decide;

import io.kizashi.core.known.Outcomes;
import io.kizashi.core.reason.Withheld;
import io.kizashi.schema.DecisionKpi;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.RulebookRef;
import io.kizashi.schema.Touchpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a touchpoint or a verdict adds to the figures of the rulebook that it was decided by.
 *
 * @param touchpoints folded
 * @param moments detected
 * @param momentsRetracted taken back
 * @param recommendations issued
 * @param recommendationsRetracted taken back
 * @param withheld causes on which nothing was done though something was asked for, by reason code
 * @param negative outcomes that speak against a recommendation
 */
public record DecisionCounts(
    long touchpoints,
    long moments,
    long momentsRetracted,
    long recommendations,
    long recommendationsRetracted,
    Map<String, Long> withheld,
    long negative) {
  /** Nothing that is counted. */
  public static final DecisionCounts NONE = new DecisionCounts(0, 0, 0, 0, 0, Map.of(), 0);

  private static final Set<String> NEGATIVE =
      Set.of("declined", "dismissed", "unhelpful", "failed", "unfollowed");

  /** Copies the map. */
  public DecisionCounts {
    withheld = Map.copyOf(withheld);
  }

  /** Of a touchpoint that became part of a history. */
  public static DecisionCounts of(Touchpoint folded) {
    long negative = Outcomes.of(folded).filter(NEGATIVE::contains).isPresent() ? 1 : 0;
    return new DecisionCounts(1, 0, 0, 0, 0, Map.of(), negative);
  }

  /** Of what was decided; {@link #NONE} where nothing was, which most touchpoints lead to. */
  public static DecisionCounts of(Verdict verdict) {
    List<Moment> moments = verdict.moments();
    List<Recommendation> recommendations = verdict.recommendations();
    List<Withheld> withheld = verdict.trace().withheld();
    if (moments.isEmpty() && recommendations.isEmpty() && withheld.isEmpty()) {
      return NONE;
    }
    Map<String, Long> reasons = new HashMap<>();
    withheld.forEach(it -> reasons.merge(it.reason(), 1L, Long::sum));
    return new DecisionCounts(
        0,
        count(moments, Moment::status, Moment.Status.DETECTED),
        count(moments, Moment::status, Moment.Status.RETRACTED),
        count(recommendations, Recommendation::status, Recommendation.Status.ISSUED),
        count(recommendations, Recommendation::status, Recommendation.Status.RETRACTED),
        reasons,
        0);
  }

  private static <T, S> long count(List<T> all, Function<T, S> status, S wanted) {
    return all.stream().filter(it -> status.apply(it).equals(wanted)).count();
  }

  /** Both together. */
  public DecisionCounts plus(DecisionCounts more) {
    return new DecisionCounts(
        touchpoints + more.touchpoints,
        moments + more.moments,
        momentsRetracted + more.momentsRetracted,
        recommendations + more.recommendations,
        recommendationsRetracted + more.recommendationsRetracted,
        sum(withheld, more.withheld),
        negative + more.negative);
  }

  private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
    if (more.isEmpty()) {
      return some;
    }
    Map<String, Long> sum = new HashMap<>(some);
    more.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return sum;
  }

  /**
   * As figures of a window.
   *
   * @param from start of the window, milliseconds since the epoch, inclusive
   * @param to its end, exclusive
   * @param rules what the customers follow
   * @param task which task counted, from 0
   * @param tasks how many there are
   */
  public DecisionKpi over(long from, long to, RulebookRef rules, int task, int tasks) {
    return new DecisionKpi(
        from,
        to,
        rules,
        task,
        tasks,
        touchpoints,
        moments,
        momentsRetracted,
        recommendations,
        recommendationsRetracted,
        withheld,
        negative);
  }
}
