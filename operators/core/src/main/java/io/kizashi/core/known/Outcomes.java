package io.kizashi.core.known;

import io.kizashi.schema.Bounds;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Plan;
import io.kizashi.schema.ReservedTypes;
import io.kizashi.schema.Setting;
import io.kizashi.schema.Touchpoint;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of recommendations, as {@code recommendation_outcome} touchpoints tell. */
public final class Outcomes {
  private static final String RECOMMENDATION = "recommendation";
  private static final String OUTCOME = "outcome";
  private static final String ACTION = "action";
  private static final String KIND = "kind";
  private static final String FAILED = "failed";

  private Outcomes() {}

  /** The outcome that a touchpoint tells, if it tells one. */
  public static Optional<String> of(Touchpoint touchpoint) {
    return touchpoint.type().equals(ReservedTypes.RECOMMENDATION_OUTCOME)
        ? text(touchpoint, OUTCOME)
        : Optional.empty();
  }

  /** The id of the recommendation that a touchpoint speaks of; empty where it does not say. */
  public static String recommendation(Touchpoint touchpoint) {
    return text(touchpoint, RECOMMENDATION).orElse("");
  }

  static String action(Touchpoint touchpoint) {
    return text(touchpoint, ACTION).orElse("");
  }

  static String kind(Touchpoint touchpoint) {
    return text(touchpoint, KIND).orElse("");
  }

  private static Optional<String> text(Touchpoint touchpoint, String property) {
    return Optional.ofNullable(touchpoint.properties().get(property))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The touchpoint with the action, kind and channel of the recommendation that it speaks of. */
  static Touchpoint enriched(Touchpoint touchpoint, CustomerState state) {
    if (of(touchpoint).isEmpty()) {
      return touchpoint;
    }
    String id = recommendation(touchpoint);
    Stream<Recommendation> decided = state.decisions().stream().map(Decision::recommendation);
    return Stream.concat(decided, state.said().recommendations().stream())
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(it -> enriched(touchpoint, it.plan()))
        .orElse(touchpoint);
  }

  private static Touchpoint enriched(Touchpoint touchpoint, Plan plan) {
    Map<String, Object> properties = new HashMap<>(touchpoint.properties());
    properties.putIfAbsent(ACTION, plan.action());
    properties.putIfAbsent(KIND, plan.kind().wire());
    boolean fits = properties.size() <= Bounds.PROPERTIES;
    Setting setting = touchpoint.setting();
    return touchpoint.with(
        setting.channel().isEmpty() ? setting.withChannel(plan.channel()) : setting,
        fits ? properties : touchpoint.properties());
  }

  /**
   * Whether it is known of a recommendation that it failed. Where time is proven late, an outcome
   * may be told before its recommendation is judged due.
   */
  public static boolean hasFailed(CustomerState state, String id) {
    return state.history().touchpoints().stream()
        .filter(touchpoint -> of(touchpoint).filter(FAILED::equals).isPresent())
        .anyMatch(touchpoint -> recommendation(touchpoint).equals(id));
  }

  /** The decisions, those marked that a touchpoint tells to have failed. */
  static CustomerState noted(CustomerState state, Touchpoint touchpoint) {
    if (of(touchpoint).filter(FAILED::equals).isEmpty()) {
      return state;
    }
    String id = recommendation(touchpoint);
    List<Decision> decisions = new ArrayList<>();
    state
        .decisions()
        .forEach(
            decision ->
                decisions.add(
                    decision.recommendation().id().equals(id) ? decision.thatFailed() : decision));
    return state.withDecisions(decisions);
  }

  /** Whether it is known at a place that a decision did not reach the customer. */
  public static boolean hasFailed(Decision decision, CustomerState state, Position at) {
    if (!decision.failed()) {
      return false;
    }
    List<Touchpoint> told =
        state.history().touchpoints().stream()
            .filter(touchpoint -> of(touchpoint).filter(FAILED::equals).isPresent())
            .filter(it -> recommendation(it).equals(decision.recommendation().id()))
            .toList();
    // What told it may have left the history since: then it is old.
    return told.isEmpty() || told.stream().anyMatch(it -> !it.position().isAfter(at));
  }
}
