package io.kizashi.flink.invariant;

import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a state holds as standing was emitted to subscribers and not taken back. */
public final class StandingDerivable {
  private StandingDerivable() {}

  /**
   * What is broken, in words.
   *
   * @param standing ids of moments and recommendations that were emitted and not taken back
   */
  public static List<String> brokenBy(String customer, CustomerState state, Set<String> standing) {
    Stream<String> moments = state.moments().stream().map(detected -> detected.moment().id());
    Stream<String> recommendations =
        state.decisions().stream()
            .filter(decision -> decision.standing() && !decision.held())
            .map(Decision::recommendation)
            .map(recommendation -> recommendation.id());
    return Stream.concat(moments, recommendations)
        .filter(id -> !standing.contains(id))
        .map(id -> "%s: the state holds %s, which stands nowhere".formatted(customer, id))
        .toList();
  }
}
