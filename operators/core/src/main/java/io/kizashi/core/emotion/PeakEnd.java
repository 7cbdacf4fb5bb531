package io.kizashi.core.emotion;

import io.kizashi.core.signal.Mood;
import io.kizashi.schema.Touchpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How an experience will be remembered: by its most intense moment and by its end, whatever lay
 * between and however long it took (Kahneman, Fredrickson, Schreiber, Redelmeier: When more pain is
 * preferred to less, 1993).
 *
 * @param peak the touchpoint whose own valence lies farthest from 0; the last of equals
 * @param end the last touchpoint that told of an emotion
 */
public record PeakEnd(Touchpoint peak, Touchpoint end) {
  /** The mean of the valences of both, −1 … 1. */
  public double remembered() {
    return (valence(peak) + valence(end)) / 2;
  }

  /** The valence that a touchpoint told. */
  public static double valence(Touchpoint touchpoint) {
    return touchpoint.emotion().orElseThrow().valence();
  }

  /**
   * One summary for each session, contact or case, in the order in which they began to tell of an
   * emotion. What was told without any confidence does not count.
   *
   * @param touchpoints a customer's, each once, in any order
   * @param part tells which part of the journey a touchpoint belongs to; empty for none
   */
  public static Map<String, PeakEnd> by(
      Collection<Touchpoint> touchpoints, Function<Touchpoint, String> part) {
    Map<String, List<Touchpoint>> parts = new LinkedHashMap<>();
    touchpoints.stream()
        .filter(PeakEnd::counts)
        .filter(touchpoint -> !part.apply(touchpoint).isEmpty())
        .sorted(Comparator.comparing(Touchpoint::position))
        .forEach(
            touchpoint ->
                parts
                    .computeIfAbsent(part.apply(touchpoint), name -> new ArrayList<>())
                    .add(touchpoint));
    Map<String, PeakEnd> summaries = new LinkedHashMap<>();
    parts.forEach((name, told) -> summaries.put(name, of(told)));
    return summaries;
  }

  private static boolean counts(Touchpoint touchpoint) {
    return Mood.isTold(touchpoint) && touchpoint.emotion().orElseThrow().confidence() > 0;
  }

  private static PeakEnd of(List<Touchpoint> told) {
    Touchpoint peak =
        told.stream()
            .reduce((a, b) -> Math.abs(valence(b)) >= Math.abs(valence(a)) ? b : a)
            .orElseThrow();
    return new PeakEnd(peak, told.get(told.size() - 1));
  }
}
