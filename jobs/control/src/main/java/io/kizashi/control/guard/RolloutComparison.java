package io.kizashi.control.guard;

import io.kizashi.schema.RulebookRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The customers under a candidate beside those under the base, in the same windows of time: in
 * those in which both could be counted. All steps of a rollout count together, for their text is
 * the same.
 */
final class RolloutComparison {
  private final String name;
  private final String candidateHash;
  private final String baseHash;

  /** A window that is told of twice counts once. */
  private final Map<Place, Figures> windows = new HashMap<>();

  private record Place(RulebookRef rulebook, KpiWindow.Span span, int task) {}

  RolloutComparison(String name, String candidateHash, String baseHash) {
    this.name = name;
    this.candidateHash = candidateHash;
    this.baseHash = baseHash;
  }

  void hear(KpiWindow window) {
    if (window.rulebook().name().equals(name)) {
      Place place = new Place(window.rulebook(), window.span(), window.task());
      windows.put(place, window.figures());
    }
  }

  Figures candidate() {
    return sum(place -> isCandidate(place));
  }

  Figures base() {
    Set<KpiWindow.Span> both =
        windows.keySet().stream()
            .filter(this::isCandidate)
            .map(Place::span)
            .collect(Collectors.toSet());
    return sum(place -> place.rulebook().hash().equals(baseHash) && both.contains(place.span()));
  }

  /** Touchpoints of customers under the candidate since a version of it. */
  long sample(long version) {
    return sum(place -> isCandidate(place) && place.rulebook().version() >= version).touchpoints();
  }

  private boolean isCandidate(Place place) {
    return place.rulebook().hash().equals(candidateHash);
  }

  private Figures sum(Predicate<Place> which) {
    return windows.entrySet().stream()
        .filter(window -> which.test(window.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Figures.NONE, Figures::plus);
  }
}
