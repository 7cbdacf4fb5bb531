package io.kizashi.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one task counted for the customers who follow one rulebook, in a window of event time.
 *
 * @param from start of the window, milliseconds since the epoch, inclusive
 * @param to its end, exclusive: time is proven up to there
 * @param rulebook what the customers follow
 * @param task which task counted, from 0
 * @param tasks how many there are
 * @param touchpoints folded
 * @param moments detected
 * @param momentsRetracted taken back
 * @param recommendations issued
 * @param recommendationsRetracted taken back
 * @param withheld causes on which nothing was done though something was asked for, by reason code
 * @param negative outcomes reported that speak against a recommendation
 */
public record DecisionKpi(
    long from,
    long to,
    RulebookRef rulebook,
    int task,
    int tasks,
    long touchpoints,
    long moments,
    long momentsRetracted,
    long recommendations,
    long recommendationsRetracted,
    Map<String, Long> withheld,
    long negative) {
  /** Sorts the reasons. */
  public DecisionKpi {
    withheld = Collections.unmodifiableMap(new TreeMap<>(withheld));
  }
}
