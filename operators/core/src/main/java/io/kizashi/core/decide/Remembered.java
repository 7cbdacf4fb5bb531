package io.kizashi.core.decide;

import io.kizashi.core.arbitrate.Cause;
import io.kizashi.core.eligible.Worthiness;
import io.kizashi.core.known.Outcomes;
import io.kizashi.core.rules.Mode;
import io.kizashi.schema.Moment;
import io.kizashi.schema.Position;
import io.kizashi.schema.Recommendation;
import io.kizashi.schema.Recommendation.Explanation;
import io.kizashi.schema.Recommendation.Reasoning;
import io.kizashi.schema.Recommendation.Status;
import io.kizashi.schema.state.CustomerState;
import io.kizashi.schema.state.Decision;
import io.kizashi.schema.state.DetectedMoment;
import io.kizashi.schema.state.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was said before a restart, as the engine goes once more through what led to it. Subscribers
 * have it: so it is not decided again, and what stands becomes what was said.
 */
final class Remembered {
  /** Of what was said the reasoning is not kept, and it is not said again. */
  private static final Reasoning UNKEPT =
      new Reasoning(
          "",
          Optional.empty(),
          Map.of(),
          Worthiness.UNKNOWN,
          Optional.empty(),
          new Explanation(Map.of(), List.of(), 0));

  private Remembered() {}

  /** What was decided on a cause; it may have been taken back since. */
  static Optional<Recommendation> on(Cause cause, Mode mode, CustomerState state) {
    return state.said().recommendations().stream()
        .filter(it -> Mode.of(state, it.id()) == mode && Cause.of(it).equals(cause))
        .findFirst()
        .map(it -> it.issued().with(UNKEPT));
  }

  /** A moment as it was said; as it is detected now where it was not, or was said otherwise. */
  static DetectedMoment asSaid(DetectedMoment now, Said said) {
    return said.moments().stream()
        .filter(it -> it.status() == Moment.Status.DETECTED && it.id().equals(now.moment().id()))
        .filter(it -> MomentJudge.isSame(it, now.moment()))
        .reduce((earlier, later) -> later)
        .map(it -> new DetectedMoment(it, now.anchor(), now.end()))
        .orElse(now);
  }

  /**
   * The state with the decisions that were said and are not made again yet: they answer their
   * moments and count under caps.
   *
   * @param at where something is decided now
   * @param settled whether decisions are taken in order, so that none knew of later ones
   */
  static CustomerState counted(CustomerState state, Position at, boolean settled) {
    return counted(state, said -> !settled || at.isAfter(Cause.of(said).at()));
  }

  /**
   * The same for what is decided on a cause, but for what was decided on that one: what is only
   * noted knew of no decision that was taken beside it.
   */
  static CustomerState countedBeside(CustomerState state, Cause cause, boolean settled) {
    return counted(
        state,
        said ->
            !Cause.of(said).equals(cause) && (!settled || cause.at().isAfter(Cause.of(said).at())));
  }

  /**
   * Ids of the moments that were answered on causes after this one, and are not again yet. Where
   * decisions are taken in order none counts here: they come again as they came.
   */
  static Set<String> answeredAfter(Cause cause, CustomerState state, boolean settled) {
    if (settled || state.said().isNothing()) {
      return Set.of();
    }
    Set<String> moments = new HashSet<>();
    state.said().recommendations().stream()
        .filter(said -> Cause.of(said).at().isAfter(cause.at()))
        .forEach(said -> moments.add(said.moment().id()));
    state.decisions().forEach(made -> moments.remove(made.recommendation().moment().id()));
    return moments;
  }

  private static CustomerState counted(CustomerState state, Predicate<Recommendation> counts) {
    if (state.said().isNothing()) {
      return state;
    }
    Set<String> known = new HashSet<>();
    List<Decision> decisions = new ArrayList<>(state.decisions());
    decisions.forEach(it -> known.add(it.recommendation().id()));
    for (Recommendation said : state.said().recommendations()) {
      if (counts.test(said) && known.add(said.id())) {
        decisions.add(decision(lastWord(state, said), state));
      }
    }
    return state.withDecisions(decisions);
  }

  private static Recommendation lastWord(CustomerState state, Recommendation said) {
    return state.said().recommendation(said.id()).orElse(said);
  }

  /** A decision that stands as it was said. */
  static Decision decision(Recommendation said, CustomerState state) {
    Decision issued = Decision.issued(said.issued());
    Decision known = Outcomes.hasFailed(state, said.id()) ? issued.thatFailed() : issued;
    return said.status() == Status.ISSUED ? known : known.takenBack();
  }

  /** Whether a moment was said, word for word. */
  static boolean isSaid(Moment moment, Said said) {
    return said.moments().contains(moment);
  }

  /** Whether it was said of a recommendation that it is issued, or that it is taken back. */
  static boolean isSaid(Recommendation recommendation, Said said) {
    return said.recommendations().stream()
        .filter(it -> it.id().equals(recommendation.id()))
        .anyMatch(
            it ->
                recommendation.status() == Status.ISSUED || it.status() == recommendation.status());
  }
}
