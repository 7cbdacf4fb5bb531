package io.kizashi.core.decide;

import io.kizashi.core.reason.Withheld;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.state.Clock;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a decider is about to emit. */
final class PendingOutputs {
  private final Said said;
  private final Map<Mode, List<Moment>> moments = new EnumMap<>(Mode.class);
  private final Map<Mode, List<Recommendation>> recommendations = new EnumMap<>(Mode.class);
  private final List<Withheld> withheld = new ArrayList<>();
  private long nextHeld = Clock.NEVER;

  /**
   * Nothing yet.
   *
   * @param said what was said before a restart, which is not said again
   */
  PendingOutputs(Said said) {
    this.said = said;
  }

  void add(Moment moment, Mode mode) {
    moments.computeIfAbsent(mode, it -> new ArrayList<>()).add(moment);
  }

  void add(Recommendation recommendation, Mode mode) {
    recommendations.computeIfAbsent(mode, it -> new ArrayList<>()).add(recommendation);
  }

  /** Nothing was chosen on a cause, though something was asked for. */
  void withhold(Withheld what) {
    withheld.add(what);
  }

  /** Something waits to be sent at a time. */
  void hold(long sendAt) {
    nextHeld = Math.min(nextHeld, sendAt);
  }

  /** When the first of what has come to wait is to be sent, or {@link Clock#NEVER}. */
  long nextHeld() {
    return nextHeld;
  }

  /**
   * What was sent is retracted; of what was held nobody knows yet, unless it was said before a
   * restart, and why is noted.
   */
  void takeBack(Decision decision, Withheld why, CustomerState state) {
    Recommendation taken = decision.recommendation();
    Mode mode = Mode.of(state, taken.id());
    if (!decision.held() || said.recommendation(taken.id()).isPresent()) {
      add(taken.retracted(), mode);
    } else if (mode == Mode.IN_EARNEST) {
      withhold(why);
    }
  }

  boolean hasMoments() {
    return !moments.isEmpty();
  }

  /** Ids of all moments that something is said of. */
  Set<String> momentIds() {
    return moments.values().stream()
        .flatMap(List::stream)
        .map(Moment::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  Outputs in(Mode mode) {
    List<Moment> ofMode = moments.getOrDefault(mode, List.of());
    List<Recommendation> chosen = recommendations.getOrDefault(mode, List.of());
    return said.isNothing()
        ? new Outputs(ofMode, chosen)
        : new Outputs(
            ofMode.stream().filter(it -> !Remembered.isSaid(it, said)).toList(),
            chosen.stream().filter(it -> !Remembered.isSaid(it, said)).toList());
  }

  /** What was said before a restart, with what is said now of the same: the last word counts. */
  Said said() {
    Set<String> ids = said.ids().collect(Collectors.toSet());
    Said known = said;
    for (Mode mode : Mode.values()) {
      Outputs now = in(mode);
      for (Moment moment : now.moments()) {
        known = ids.contains(moment.id()) ? known.then(moment) : known;
      }
      for (Recommendation recommendation : now.recommendations()) {
        known = ids.contains(recommendation.id()) ? known.then(recommendation) : known;
      }
    }
    return known;
  }

  List<Withheld> withheld() {
    return withheld;
  }
}
